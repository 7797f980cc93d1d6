/** @jsxImportSource react */
/** News and events: what is shown now, what waits for its day, what is over; and the form of one. */
import { Badge, Link, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { Approval } from '../approvals/approval.tsx';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { today } from '../kit/days.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { useTexts } from '../kit/texts.ts';
import { TextField } from '../kit/typed.tsx';
import { Body } from '../papers/body.tsx';
import { NewPaper } from '../papers/new-paper.tsx';
import { type Head, headIn, newNews, type PageFile, usePage } from '../papers/page-file.ts';
import { problemsOf } from '../papers/problems.ts';
import { SHOWN_WORDS, type Shown, shownInWords, shownOn } from '../papers/shown.ts';
import { useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';

const NEWS = /^content\/news\/([a-z0-9-]+)\.md$/;
const FIELDS = ['title', 'kind', 'on', 'from', 'until', 'source'];
const KINDS = choicesOf<string>({ news: 'News', event: 'An event on a day' });
const FOUR_WEEKS = 28 * 86_400_000;

interface Line {
  readonly path: string;
  readonly name: string;
  readonly head: Head;
}

const pathsOf = ({ overview, work }: ViewProps): string[] => [
  ...new Set(
    [...overview.items.map(({ path }) => path), ...Object.keys(work?.files ?? {})].filter((path) =>
      NEWS.test(path),
    ),
  ),
];

function When({ file, ...props }: ViewProps & { file: PageFile }) {
  const { head, put } = file;
  const problems = problemsOf(props, file.path);
  const day = (key: 'from' | 'until' | 'on', label: string, hint: string) => (
    <TextField
      type="date"
      label={label}
      hint={hint}
      value={head[key] ?? ''}
      problems={problems.in(key)}
      onChange={(value) => put(key, value || undefined)}
    />
  );
  return (
    <>
      <div className={useLayOut().fields}>
        <Choose
          label="What is it?"
          choices={KINDS}
          value={head.kind ?? 'news'}
          problems={problems.in('kind')}
          onPick={(kind) => put('kind', kind)}
        />
        {(head.kind === 'event' || head.on) && day('on', 'Day of the event', 'Shown with the title')}
        {day('from', 'First day shown', 'From midnight on')}
        {day('until', 'Last day shown', 'This day included')}
      </div>
      <MessageBar intent={shownOn(head, today()) === 'unclear' ? 'warning' : 'info'}>
        <MessageBarBody>{shownInWords(head, today())}</MessageBarBody>
      </MessageBar>
    </>
  );
}

function One({ path, ...props }: ViewProps & { path: string }) {
  const lay = useLayOut();
  const file = usePage(props, path, 'Change to news');
  const problems = problemsOf(props, path);
  const { head, put } = file;
  if (file.text === undefined) return <Spinner label="Fetching the news" />;
  return (
    <div className={lay.view}>
      <Link href="#news">All news</Link>
      <h1 className={lay.title}>{head.title || 'News without a title'}</h1>
      <Approval {...props} path={path} />
      <TextField
        label="Title"
        required
        value={head.title ?? ''}
        problems={problems.in('title')}
        onChange={(value) => put('title', value)}
      />
      <When {...props} file={file} />
      <TextField
        label="Where did you read it?"
        hint="Only staff see this."
        required
        value={head.source ?? ''}
        problems={problems.in('source')}
        onChange={(value) => put('source', value)}
      />
      <Body file={file} overview={props.overview} problems={problems.body(FIELDS)} />
    </div>
  );
}

function Group({ shown, lines }: { readonly shown: Shown; readonly lines: readonly Line[] }) {
  const lay = useLayOut();
  if (lines.length === 0) return null;
  return (
    <section className={lay.stack} aria-label={SHOWN_WORDS[shown]}>
      <h2 className={lay.heading}>{SHOWN_WORDS[shown]}</h2>
      <ul className={lay.list}>
        {lines.map(({ path, name, head }) => (
          <li key={path} className={lay.card}>
            <div className={lay.row}>
              <Link href={`#news/${name}`}>{head.title ?? name}</Link>
              {head.kind === 'event' && <Badge appearance="tint">Event</Badge>}
            </div>
            <div className={lay.quiet}>{shownInWords(head, today())}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function News(props: ViewProps) {
  const lay = useLayOut();
  const [id] = useRoute().rest;
  const paths = pathsOf(props);
  const textOf = useTexts(props, paths);
  const path = paths.find((one) => NEWS.exec(one)?.[1] === id);
  if (path) return <One key={path} {...props} path={path} />;
  const lines = paths.flatMap((one): Line[] => {
    const text = textOf(one);
    return typeof text === 'string'
      ? [{ path: one, name: NEWS.exec(one)?.[1] ?? '', head: headIn(text) }]
      : [];
  });
  const begin = (title: string) => {
    const fresh = idFrom(
      title,
      lines.map(({ name }) => name),
    );
    const until = new Date(Date.parse(today()) + FOUR_WEEKS).toISOString().slice(0, 10);
    props.begin(`News: ${title}`).write(`content/news/${fresh}.md`, newNews(fresh, title, today(), until));
    props.go(`news/${fresh}`);
  };
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>News and events</h1>
      <p className={lay.words}>
        Each item is shown between two days that you choose, without anybody doing anything.
      </p>
      {(['now', 'later', 'unclear', 'over'] as const).map((shown) => (
        <Group
          key={shown}
          shown={shown}
          lines={lines.filter(({ head }) => shownOn(head, today()) === shown)}
        />
      ))}
      <NewPaper what="item of news" onNew={begin} />
    </div>
  );
}
