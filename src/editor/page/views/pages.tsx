/** @jsxImportSource react */
/** Pages of the site, and what is printed: a list, and the form of one. */
import { Badge, Checkbox, Link, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { Approval } from '../approvals/approval.tsx';
import { AudienceField } from '../kit/audience.tsx';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Search } from '../kit/search.tsx';
import { TextField } from '../kit/typed.tsx';
import { Body } from '../papers/body.tsx';
import { NewPaper } from '../papers/new-paper.tsx';
import { newPage, usePage } from '../papers/page-file.ts';
import { problemsOf } from '../papers/problems.ts';
import { useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';

const FIELDS = ['title', 'tab', 'for', 'contents'];
const PAGE = /^content\/(pages|print)\/([a-z0-9-]+)\.md$/;

interface Line {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly printed: boolean;
  readonly drafted: boolean;
}

/** The pages that are live, and those that the open draft begins. */
function linesOf({ overview, work }: ViewProps): Line[] {
  const known = overview.items.filter(({ path }) => PAGE.test(path));
  const fresh = Object.keys(work?.files ?? {}).filter(
    (path) => PAGE.test(path) && !known.some((item) => item.path === path),
  );
  const drafted = (path: string) => Object.hasOwn(work?.files ?? {}, path);
  return [
    ...known.map(({ path, id, title }) => ({
      path,
      id,
      title,
      printed: path.includes('/print/'),
      drafted: drafted(path),
    })),
    ...fresh.map((path) => {
      const id = PAGE.exec(path)?.[2] ?? '';
      return { path, id, title: `New: ${id}`, printed: false, drafted: true };
    }),
  ];
}

function One({ line, ...props }: ViewProps & { line: Line }) {
  const lay = useLayOut();
  const file = usePage(props, line.path, `Change to ${line.title}`);
  const problems = problemsOf(props, line.path);
  const { head, put } = file;
  if (file.text === undefined) return <Spinner label="Fetching the page" />;
  return (
    <div className={lay.view}>
      <Link href="#pages">All pages</Link>
      <h1 className={lay.title}>{head.title || 'Page without a title'}</h1>
      <Approval {...props} path={line.path} />
      <div className={lay.fields}>
        <TextField
          label="Title"
          required
          value={head.title ?? ''}
          problems={problems.in('title')}
          onChange={(value) => put('title', value)}
        />
        <TextField
          label="Title in the browser's history"
          hint="Fill it in where the title would tell too much. Empty: the title."
          value={head.tab ?? ''}
          problems={problems.in('tab')}
          onChange={(value) => put('tab', value || undefined)}
        />
      </div>
      <AudienceField
        chosen={head.for ?? []}
        problems={problems.in('for')}
        onChange={(chosen) => put('for', chosen)}
      />
      {!line.printed && (
        <Checkbox
          label="A long page: begin with a list of its headings"
          checked={head.contents === true}
          onChange={(_, { checked }) => put('contents', checked === true || undefined)}
        />
      )}
      <Body file={file} overview={props.overview} problems={problems.body(FIELDS)} />
    </div>
  );
}

function Row({ line }: { readonly line: Line }) {
  const lay = useLayOut();
  return (
    <li className={lay.card}>
      <div className={lay.row}>
        <Link href={`#pages/${line.id}`}>{line.title}</Link>
        {line.printed && <Badge appearance="tint">To be printed</Badge>}
        {line.drafted && <Badge color="brand">Changed in your draft</Badge>}
      </div>
    </li>
  );
}

export default function Pages(props: ViewProps) {
  const lay = useLayOut();
  const [words, setWords] = useState('');
  const [id] = useRoute().rest;
  const lines = linesOf(props);
  const line = lines.find((one) => one.id === id || PAGE.exec(one.path)?.[2] === id);
  if (line) return <One key={line.path} {...props} line={line} />;
  const begin = (title: string) => {
    const fresh = idFrom(
      title,
      lines.map((one) => one.id),
    );
    props.begin(`New page: ${title}`).write(`content/pages/${fresh}.md`, newPage(fresh, title));
    props.go(`pages/${fresh}`);
  };
  const found = lines.filter(({ title }) => title.toLowerCase().includes(words.toLowerCase()));
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>Pages</h1>
      {id && (
        <MessageBar intent="warning">
          <MessageBarBody>There is no page called {id}.</MessageBarBody>
        </MessageBar>
      )}
      <div className={lay.row}>
        <Search label="Find a page" value={words} onSearch={setWords} />
      </div>
      <ul className={lay.list}>
        {found.map((one) => (
          <Row key={one.path} line={one} />
        ))}
      </ul>
      <NewPaper what="page" onNew={begin} />
    </div>
  );
}
