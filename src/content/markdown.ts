/** Pages and news: Markdown with a YAML head, read into a short closed list of blocks. No HTML, no outside links. */
import { marked, type Token, type Tokens } from 'marked';
import type { z } from 'zod';
import { nameOf } from './markdown-names.ts';
import { errorIn, type Problem } from './problem.ts';
import { readYaml, type Source } from './yaml.ts';

/** A run of words within a block. `to`: an address of this site, such as /get-help. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

/** `line`: where the block stands in its file, for the check. */
export type Block = { readonly line: number } & (
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  /** `[hand-off: childline, front-door]`: the card of these services, by place and clock. */
  | { readonly kind: 'hand-off'; readonly services: readonly string[] }
  /** `[website: wiltshire-council]`: one service's website by itself, where nobody asks for help. */
  | { readonly kind: 'website'; readonly service: string }
  /** `[chat: gifts-and-favours | Talk it through | One line about it]`: opens the chat at a dialog. */
  | { readonly kind: 'chat'; readonly dialog: string; readonly label: string; readonly says?: string }
);

export interface Markdown<T> extends Source<T> {
  readonly blocks: readonly Block[];
}

const HEAD = /^---\n([\s\S]*?)\n---\n/;

/**
 * @param file the path printed with problems
 * @param schema the shape of the head
 * @returns the head and the blocks, or what is wrong with them
 */
export function readMarkdown<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { source: Markdown<z.output<S>> } | { problems: Problem[] } {
  const wrong = errorIn(file);
  const unified = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const head = HEAD.exec(unified);
  if (!head)
    return {
      problems: [
        wrong(
          1,
          'the page has no head',
          'begin it with its title and its other facts, between two lines of ---',
        ),
      ],
    };
  const read = readYaml(file, head[1] ?? '', schema);
  if ('problems' in read)
    return { problems: read.problems.map((problem) => ({ ...problem, line: problem.line + 1 })) };
  const problems: Problem[] = [];
  const first = head[0].split('\n').length;
  const { blocks, end } = blocksOf(unified.slice(head[0].length), first, (line, what, mend) =>
    problems.push(wrong(line, what, mend)),
  );
  if (blocks.length === 0) problems.push(wrong(end, 'the page is empty', 'write something below its head'));
  if (problems.length > 0) return { problems };
  const { source } = read;
  return { source: { ...source, text: unified, lineOf: (path) => source.lineOf(path) + 1, blocks } };
}

/**
 * @param body the Markdown below the head, and `first` the line on which it begins
 * @param refuse is told of what is not used on these pages; it is left out
 * @returns the blocks, and the line behind the last
 */
export function blocksOf(
  body: string,
  first: number,
  refuse: (line: number, what: string, mend: string) => void,
): { readonly blocks: Block[]; readonly end: number } {
  const blocks: Block[] = [];
  let line = first;
  for (const token of marked.lexer(body)) {
    const block = blockOf(token, line, (what, mend) => refuse(line, what, mend));
    if (block) blocks.push(block);
    line += token.raw.split('\n').length - 1;
  }
  return { blocks, end: line };
}

type Refuse = (what: string, mend: string) => void;

function blockOf(token: Token, line: number, refuse: Refuse): Block | undefined {
  switch (token.type) {
    case 'space':
      return undefined;
    case 'heading': {
      const { depth, text } = token as Tokens.Heading;
      if (depth === 2 || depth === 3) return { kind: 'heading', level: depth, text: plain(text), line };
      refuse(`a heading of level ${depth}`, "use ## and ###: the title is the page's only #");
      return undefined;
    }
    case 'paragraph':
      return paragraphOf(token as Tokens.Paragraph, line, refuse);
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return {
        kind: 'list',
        ordered,
        items: items.map((item) =>
          inlinesOf(
            item.tokens.flatMap((one) => ('tokens' in one ? (one.tokens ?? []) : [one])),
            refuse,
          ),
        ),
        line,
      };
    }
    default:
      refuse(
        `${nameOf(token)} is not used on these pages`,
        'use headings, paragraphs, lists, [hand-off: ...], [website: ...] and [chat: ...]',
      );
      return undefined;
  }
}

const HAND_OFF = /^\[hand-off: ([a-z0-9, -]+)\]$/;
const WEBSITE = /^\[website: ([a-z0-9-]+)\]$/;
const CHAT = /^\[chat: ([a-z0-9/-]+) \| ([^\]|]+?)(?: \| ([^\]|]+))?\]$/;

function paragraphOf(token: Tokens.Paragraph, line: number, refuse: Refuse): Block {
  const handOff = HAND_OFF.exec(token.text.trim())?.[1];
  if (handOff) return { kind: 'hand-off', services: handOff.split(',').map((id) => id.trim()), line };
  const service = WEBSITE.exec(token.text.trim())?.[1];
  if (service) return { kind: 'website', service, line };
  const [, dialog, label, says] = CHAT.exec(token.text.trim()) ?? [];
  if (dialog && label) return { kind: 'chat', dialog, label, ...(says && { says }), line };
  if (/^\[[^\]]*\]$/.test(token.text.trim()))
    refuse(
      `a line in brackets that is neither: "${token.text.trim()}"`,
      'write [hand-off: childline], [website: nwg] or [chat: dialog | Words]',
    );
  return { kind: 'paragraph', inlines: inlinesOf(token.tokens, refuse), line };
}

/** What Markdown's own reader leaves as HTML entities. */
const plain = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('\n', ' ');

function inlinesOf(tokens: readonly Token[], refuse: Refuse): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return [{ kind: 'text', text: plain((token as Tokens.Text).text) }];
      case 'strong':
        return [{ kind: 'strong', text: plain((token as Tokens.Strong).text) }];
      case 'link': {
        const { href, text } = token as Tokens.Link;
        if (/^\/[a-z0-9/-]*$/.test(href)) return [{ kind: 'link', text: plain(text), to: href }];
        refuse(
          `a link to "${href}"`,
          'link to a page of this site, such as /get-help, or cite a service in [hand-off: ...]',
        );
        return [];
      }
      default:
        refuse(
          `${nameOf(token)} within a paragraph`,
          'use plain words, **strong** and links to pages of this site',
        );
        return [];
    }
  });
}

/** The words of a block, each piece that stands by itself. */
export function wordsOf(block: Block): string[] {
  const joined = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [joined(block.inlines)];
    case 'list':
      return block.items.map(joined);
    case 'chat':
      return block.says ? [block.label, block.says] : [block.label];
    case 'hand-off':
    case 'website':
      return [];
  }
}
