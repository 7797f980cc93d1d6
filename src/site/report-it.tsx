/**
 * The filter for who is worried about a child, one question a page, by links alone: nothing is typed and nothing is
 * sent. Its words are those of content/pages/report-it.md: each numbered heading there is a question, what stands
 * below it the answer to yes; the first heading without a number is for who is not sure, and the rest for everybody.
 * The dialog `report-a-concern` asks the same in the chat.
 */
import type { ComponentChild } from 'preact';
import type { Block } from '../content/markdown.ts';
import type { Content, Page } from '../content/model.ts';
import { Blocks, chatAddress } from './blocks.tsx';
import type { Drawn } from './document.ts';
import type { Draw } from './site.ts';

const AT = '/report-it';
const ALL = `${AT}/all`;
const NOT_SURE = `${AT}/not-sure`;
const DIALOG = 'report-a-concern';

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What the page file says, by its headings. */
export interface Filter {
  readonly intro: readonly Block[];
  readonly questions: readonly Section[];
  readonly notSure: Section | undefined;
  readonly rest: readonly Block[];
}

/** @returns the page's words as a filter */
export function filterOf({ blocks }: Pick<Page, 'blocks'>): Filter {
  const starts = blocks.flatMap((block, at) => (block.kind === 'heading' && block.level === 2 ? [at] : []));
  const sections = starts.map((from, n) => {
    const [head, ...own] = blocks.slice(from, starts[n + 1]);
    return { title: head?.kind === 'heading' ? head.text : '', blocks: own };
  });
  const numbered = (title: string) => /^\d+\. /.test(title);
  const questions = sections
    .filter(({ title }) => numbered(title))
    .map((one) => ({ ...one, title: one.title.replace(/^\d+\. /, '') }));
  const other = starts.filter((_, n) => !numbered(sections[n]?.title ?? ''));
  return {
    intro: blocks.slice(0, starts[0]),
    questions,
    notSure: sections.find(({ title }) => !numbered(title)),
    rest: other[1] === undefined ? [] : blocks.slice(other[1]),
  };
}

/** Draws a page of words: address, the parts inside, and the time. */
type Article = (here: string, name: string, at: number, parts: readonly ComponentChild[]) => Drawn;

const ringsTeam = ({ blocks }: Section): boolean =>
  blocks.some((block) => block.kind === 'hand-off' && block.services.includes('front-door'));

const Choice = ({ to, children }: { readonly to: string; readonly children: string }) => (
  <p>
    <a class="choice" href={to}>
      {children}
    </a>
  </p>
);

/** Nobody has to answer to the end before they see whom to ring. */
const AT_ONCE: Block = { kind: 'hand-off', services: ['police-999', 'front-door'], line: 0 };

const questionAt = (n: number): string => (n === 0 ? AT : `${AT}/${n + 1}`);
const answerAt = (n: number): string => `${AT}/${n + 1}/yes`;

/** @returns the pages of the filter by their paths; none when the page is not there */
export function reportPages(content: Content, article: Article): [string, Draw][] {
  const page = content.pages.get('report-it');
  if (!page) return [];
  const { ui } = content;
  const { intro, questions, notSure, rest } = filterOf(page);
  const blocks = (some: readonly Block[], at: number) => (
    <Blocks blocks={some} content={content} audience={page.for[0] ?? 'parent'} at={at} />
  );
  const pageAt =
    (path: string, parts: (at: number) => ComponentChild[]): [string, Draw][1] =>
    (at) =>
      article(path, page.title, at, parts(at));
  const whole = <Choice to={ALL}>{ui['report-all']}</Choice>;
  const back = (to: string) => (
    <p class="on">
      <a href={to}>{ui['ways-back']}</a>
    </p>
  );
  const door = <Choice to={chatAddress(content, DIALOG)}>{ui['site-chat']}</Choice>;

  const question = (n: number): [string, Draw] => {
    const last = n + 1 === questions.length;
    return [
      questionAt(n),
      pageAt(questionAt(n), (at) => [
        n === 0 && blocks(intro, at),
        <h2>{questions[n]?.title}</h2>,
        <Choice to={answerAt(n)}>{ui['report-yes']}</Choice>,
        <Choice to={last ? NOT_SURE : questionAt(n + 1)}>{ui['report-no']}</Choice>,
        <Choice to={n === 0 ? answerAt(0) : NOT_SURE}>{ui['report-not-sure']}</Choice>,
        n > 0 && back(questionAt(n - 1)),
        <p class="on">
          <a href={ALL}>{ui['report-all']}</a>
        </p>,
        <h2>{ui['card-title']}</h2>,
        blocks([AT_ONCE], at),
        door,
      ]),
    ];
  };
  const answer = (path: string, section: Section, from: string): [string, Draw] => [
    path,
    pageAt(path, (at) => [
      <h2>{section.title}</h2>,
      blocks(section.blocks, at),
      !section.blocks.some(({ kind }) => kind === 'chat') && door,
      // What to have ready is for who rings about a child.
      ringsTeam(section) && blocks(rest, at),
      back(from),
      whole,
    ]),
  ];
  return [
    ...questions.flatMap((one, n) => [question(n), answer(answerAt(n), one, questionAt(n))]),
    ...(notSure ? [answer(NOT_SURE, notSure, questionAt(questions.length - 1))] : []),
    [
      ALL,
      pageAt(ALL, (at) => [<Choice to={AT}>{ui['report-steps']}</Choice>, blocks(page.blocks, at), door]),
    ],
  ];
}
