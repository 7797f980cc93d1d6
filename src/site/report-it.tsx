/**
 * The filter for who is worried about a child, one question a page, by links alone: nothing is typed and nothing is
 * sent. Its words are those of content/pages/report-it.md: each numbered heading there is a question, what stands
 * below it the answer to yes, with a smaller heading that says what to do; the first heading without a number is for
 * who is not sure, and the rest for everybody. The dialog `report-a-concern` asks the same in the chat.
 */
import type { ComponentChild } from 'preact';
import { sentence } from '../contacts/words.ts';
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
  /** What to do, as a statement: the heading of the answer. */
  readonly answer: string;
  readonly blocks: readonly Block[];
}

/** What the page file says, by its headings. */
export interface Filter {
  readonly intro: readonly Block[];
  readonly questions: readonly Section[];
  readonly notSure: Section;
  readonly rest: readonly Block[];
}

/** A section of the page file; a smaller heading that it begins with says what to do. */
function sectionOf([head, first, ...more]: readonly Block[]): Section {
  const title = head?.kind === 'heading' ? head.text : '';
  if (first?.kind === 'heading') return { title, answer: first.text, blocks: more };
  return { title, answer: title, blocks: first ? [first, ...more] : [] };
}

/** @returns the page's words as a filter; without a heading for who is not sure, such find nothing there */
export function filterOf({ blocks }: Pick<Page, 'blocks'>): Filter {
  const starts = blocks.flatMap((block, at) => (block.kind === 'heading' && block.level === 2 ? [at] : []));
  const sections = starts.map((from, n) => sectionOf(blocks.slice(from, starts[n + 1])));
  const numbered = (title: string) => /^\d+\. /.test(title);
  const questions = sections
    .filter(({ title }) => numbered(title))
    .map((one) => ({ ...one, title: one.title.replace(/^\d+\. /, '') }));
  const other = starts.filter((_, n) => !numbered(sections[n]?.title ?? ''));
  return {
    intro: blocks.slice(0, starts[0]),
    questions,
    notSure: sections.find(({ title }) => !numbered(title)) ?? sectionOf([]),
    rest: other[1] === undefined ? [] : blocks.slice(other[1]),
  };
}

/** Draws a page of words: address, its heading, the time, the parts inside, and what the tab says. */
type Article = (
  here: string,
  name: string,
  at: number,
  parts: readonly ComponentChild[],
  tab?: string,
) => Drawn;

const ringsTeam = ({ blocks }: Section): boolean =>
  blocks.some((block) => block.kind === 'hand-off' && block.services.includes('front-door'));

/** Where a link leads, and its words. */
type Link = readonly [to: string, words: string];

const Choice = ({ link: [to, words] }: { readonly link: Link }) => (
  <a class="choice" href={to}>
    {words}
  </a>
);

const Answers = ({ to, links }: { readonly to: string; readonly links: readonly Link[] }) => (
  <ul class="answers" aria-label={to}>
    {links.map((link) => (
      <li key={link[1]}>
        <Choice link={link} />
      </li>
    ))}
  </ul>
);

/** The ways to go on without an answer. */
const Onward = ({ links }: { readonly links: readonly Link[] }) => (
  <ul class="on">
    {links.map(([to, words]) => (
      <li key={to}>
        <a href={to}>{words}</a>
      </li>
    ))}
  </ul>
);

/** Nobody has to answer to the end before they see whom to ring. */
const AT_ONCE: Block = { kind: 'hand-off', services: ['police-999', 'front-door'], line: 0 };

const questionAt = (n: number): string => (n === 0 ? AT : `${AT}/${n + 1}`);
const answerAt = (n: number): string => `${AT}/${n + 1}/yes`;
/** A doubt about danger is taken for a yes. */
const notSureAt = (n: number): string => (n === 0 ? answerAt(0) : `${AT}/${n + 1}/not-sure`);

/** @returns the pages of the filter by their paths; none when the page is not there */
export function reportPages(content: Content, article: Article): [string, Draw][] {
  const page = content.pages.get('report-it');
  if (!page) return [];
  const { ui } = content;
  const { intro, questions, notSure, rest } = filterOf(page);
  const blocks = (some: readonly Block[], at: number, top = false) => (
    <Blocks blocks={some} content={content} audience={page.for[0] ?? 'parent'} at={at} top={top} />
  );
  const back = (to: string): Link => [to, ui['ways-back']];
  const again: Link = [AT, ui['start-again']];
  const whole: Link = [ALL, ui['report-all']];
  const door = (
    <p>
      <Choice link={[chatAddress(content, DIALOG), ui['site-chat']]} />
    </p>
  );
  const tabOf = (n: number): string => sentence(content, 'report-tab', { title: page.title, n: `${n + 1}` });

  const question = ({ title }: Section, n: number): [string, Draw] => {
    const first = n === 0;
    const no = n + 1 === questions.length ? NOT_SURE : questionAt(n + 1);
    const step = { n: `${n + 1}`, of: `${questions.length}` };
    const links: Link[] = [
      [answerAt(n), ui['report-yes']],
      [no, ui['report-no']],
      [notSureAt(n), ui['report-not-sure']],
    ];
    const parts = (at: number): ComponentChild[] => [
      first && blocks(intro, at),
      <p class="step">{sentence(content, 'report-step', step)}</p>,
      first && <h2>{title}</h2>,
      <Answers to={title} links={links} />,
      <Onward links={first ? [whole] : [back(questionAt(n - 1)), again, whole]} />,
      <h2>{ui['card-title']}</h2>,
      blocks([AT_ONCE], at),
      door,
    ];
    const path = questionAt(n);
    // Who comes to the first page reads what it is for before they are asked.
    if (first) return [path, (at) => article(path, page.title, at, parts(at))];
    return [path, (at) => article(path, title, at, parts(at), tabOf(n))];
  };

  /** @param said the answer that leads here from question `n` */
  const answer = (path: string, section: Section, n: number, said: string): [string, Draw] => {
    const parts = (at: number): ComponentChild[] => [
      <p class="step">
        {questions[n]?.title} <b>{said}</b>
      </p>,
      blocks(section.blocks, at, true),
      !section.blocks.some(({ kind }) => kind === 'chat') && door,
      // What to have ready is for who rings about a child.
      ringsTeam(section) && blocks(rest, at),
      <Onward links={[back(questionAt(n)), again, whole]} />,
    ];
    return [path, (at) => article(path, section.answer, at, parts(at), `${tabOf(n)}: ${said}`)];
  };

  const all: Draw = (at) => {
    const steps = <Onward links={[[AT, ui['report-steps']]]} />;
    return article(
      ALL,
      page.title,
      at,
      [steps, blocks(page.blocks, at), door],
      `${page.title}: ${ui['report-all']}`,
    );
  };
  return [
    ...questions.flatMap((one, n) => [question(one, n), answer(answerAt(n), one, n, ui['report-yes'])]),
    ...questions.slice(1).map((_, n) => answer(notSureAt(n + 1), notSure, n + 1, ui['report-not-sure'])),
    answer(NOT_SURE, notSure, questions.length - 1, ui['report-no']),
    [ALL, all],
  ];
}
