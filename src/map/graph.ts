/** The dialogs as a drawing: boxes and lines with places on a sheet, laid out by dagre. Pure; no I/O. */
import dagre from '@dagrejs/dagre';
import { type Content, type Dialog, dialogOf, type Step, type StepRef } from '../content/model.ts';

export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** First its name, then what it says, cut short. */
  readonly lines: readonly string[];
  /** A step that waits; one that shows people to ring; a way out to another dialog; a dialog of the overview. */
  readonly kind: 'step' | 'card' | 'way-out' | 'dialog' | 'urgent';
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** One part of the sheet: a title, and a graph below it. */
export interface Panel {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

const BOX = { width: 210, lineHeight: 16, padding: 10 } as const;
const LETTERS = 32;
/** Three lines tell what a step is; the words themselves stand in its file. */
const LINES = 3;

const short = (text: string): string => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);
const stepOf = (ref: StepRef): string => ref.slice(ref.indexOf('/') + 1);

/** What a step says first, in few words. */
function sketch(step: Step): string[] {
  const lines: string[] = [];
  for (const part of step.parts) {
    if (part.kind === 'say') lines.push(...part.texts.map(short));
    if (part.kind === 'ask') lines.push(short(part.text));
    if (part.kind === 'hand-off') lines.push(short(`☎ ${part.services.join(', ')}`));
  }
  const card = lines.find((line) => line.startsWith('☎'));
  const first = lines.filter((line) => line !== card).slice(0, card ? LINES - 1 : LINES);
  return card ? [...first, card] : first;
}

/** Every way from a step: where it leads, and the button or `…` where nothing is tapped. */
function* ways(step: Step): Generator<{ to: StepRef; label: string }> {
  for (const part of step.parts) {
    if (part.kind === 'offer')
      for (const { way, label } of part.choices) if (way.kind === 'go') yield { to: way.to, label };
    if (part.kind === 'branch') for (const { go } of part.cases) yield { to: go, label: '…' };
    if (part.kind === 'go') yield { to: part.to, label: '…' };
  }
}

interface Node {
  readonly id: string;
  readonly lines: readonly string[];
  readonly kind: Box['kind'];
}

function layOut(
  title: string,
  nodes: readonly Node[],
  edges: readonly Omit<Line, 'points'>[],
  rankdir: 'LR' | 'TB',
): Panel {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir, nodesep: 14, ranksep: 46, marginx: 10, marginy: 10 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, lines, kind } of nodes) {
    const width = kind === 'way-out' ? 150 : BOX.width;
    graph.setNode(id, { width, height: BOX.padding * 2 + lines.length * BOX.lineHeight });
  }
  for (const [n, { from, to }] of edges.entries()) graph.setEdge(from, to, {}, String(n));
  dagre.layout(graph);
  const sheet = graph.graph();
  const boxes = nodes.map(({ id, lines, kind }): Box => {
    const at = graph.node(id) as { x: number; y: number; width: number; height: number };
    return {
      id,
      lines,
      kind,
      width: at.width,
      height: at.height,
      x: Math.round(at.x - at.width / 2),
      y: Math.round(at.y - at.height / 2),
    };
  });
  const lines = edges.map((edge, n): Line => {
    const { points } = graph.edge({ v: edge.from, w: edge.to, name: String(n) }) as {
      points: { x: number; y: number }[];
    };
    return { ...edge, points: points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })) };
  });
  return { title, width: Math.ceil(sheet.width ?? 0), height: Math.ceil(sheet.height ?? 0), boxes, lines };
}

/** The steps of one dialog, and the dialogs that it leads to. */
export function dialogPanel(content: Content, dialog: Dialog): Panel {
  const own = [...content.steps.values()].filter(({ ref }) => dialogOf(ref) === dialog.id);
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Omit<Line, 'points'>>();
  for (const step of own) {
    const card = step.parts.some((part) => part.kind === 'hand-off');
    const kind = card ? 'card' : 'step';
    nodes.set(step.ref, { id: step.ref, lines: [stepOf(step.ref), ...sketch(step)], kind });
  }
  for (const step of own)
    for (const { to, label } of ways(step)) {
      const inside = dialogOf(to) === dialog.id;
      // Each step has its own pill for a way out: one for all would draw lines across the whole panel.
      const target = inside ? to : `${step.ref}>${dialogOf(to)}`;
      if (!inside) nodes.set(target, { id: target, lines: [`→ ${dialogOf(to)}`], kind: 'way-out' });
      const key = `${step.ref} ${target}`;
      const known = edges.get(key);
      edges.set(key, { from: step.ref, to: target, label: known ? `${known.label} / ${label}` : label });
    }
  return layOut(`${dialog.title} (${dialog.id})`, [...nodes.values()], [...edges.values()], 'LR');
}

/** All dialogs, and which leads to which. Ways to help and to the menu go from everywhere and are left out. */
export function overviewPanel(content: Content): Panel {
  const everywhere = new Set(['immediate-danger', 'talk-to-someone', 'menu', 'goodbye', 'safe-now']);
  const nodes = [...content.dialogs.values()].map(
    ({ id, title, urgent }): Node => ({ id, lines: [id, short(title)], kind: urgent ? 'urgent' : 'dialog' }),
  );
  const edges = new Map<string, Omit<Line, 'points'>>();
  for (const step of content.steps.values()) {
    const from = dialogOf(step.ref);
    for (const { to } of ways(step)) {
      const target = dialogOf(to);
      if (target !== from && !everywhere.has(target) && !everywhere.has(from))
        edges.set(`${from} ${target}`, { from, to: target, label: '' });
    }
  }
  return layOut('All dialogs', nodes, [...edges.values()], 'LR');
}

/** The whole map: the overview, then each dialog in the order of their ids. */
export const panels = (content: Content): Panel[] => [
  overviewPanel(content),
  ...[...content.dialogs.values()]
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map((dialog) => dialogPanel(content, dialog)),
];
