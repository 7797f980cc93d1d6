/** Reads a V8 heap snapshot: the strings that are alive, and for those that should not be, who holds them. */
import { readFileSync } from 'node:fs';
import type { Hit, Search } from './search.ts';

interface Raw {
  readonly snapshot: {
    readonly meta: { node_fields: string[]; edge_fields: string[]; edge_types: [string[]] };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

const STEPS_SHOWN = 12;
const SEPARATOR = '\n';
/** V8's list of all property names and short strings; it keeps nothing alive. */
const STRING_TABLE = '(Internalized strings)';

class Snapshot {
  readonly strings: readonly string[];
  readonly #raw: Raw;
  readonly #nodeSize: number;
  readonly #edgeSize: number;
  /** Node -> the edge that first led to it from the root, and from where. */
  #reached: Map<number, { edge: number; from: number }> | undefined;

  constructor(file: string) {
    this.#raw = JSON.parse(readFileSync(file, 'utf8')) as Raw;
    this.strings = this.#raw.strings;
    this.#nodeSize = this.#raw.snapshot.meta.node_fields.length;
    this.#edgeSize = this.#raw.snapshot.meta.edge_fields.length;
  }

  /** Breadth first, so that each way back to the root is a shortest one. Weak edges hold nothing. */
  #reach(): Map<number, { edge: number; from: number }> {
    const { nodes, edges, snapshot } = this.#raw;
    const field = (name: string) => snapshot.meta.node_fields.indexOf(name);
    const edgeField = (name: string) => snapshot.meta.edge_fields.indexOf(name);
    const [count, type, to] = [field('edge_count'), edgeField('type'), edgeField('to_node')];
    const weak = snapshot.meta.edge_types[0].indexOf('weak');
    const table = this.strings.indexOf(STRING_TABLE);
    const firstEdge = new Int32Array(nodes.length / this.#nodeSize + 1);
    for (let n = 0; n * this.#nodeSize < nodes.length; n++)
      firstEdge[n + 1] = (firstEdge[n] as number) + (nodes[n * this.#nodeSize + count] as number);
    const reached = new Map<number, { edge: number; from: number }>([[0, { edge: -1, from: -1 }]]);
    for (const from of reached.keys()) {
      for (let e = firstEdge[from] as number; e < (firstEdge[from + 1] as number); e++) {
        const edge = e * this.#edgeSize;
        const node = (edges[edge + to] as number) / this.#nodeSize;
        if (edges[edge + type] === weak || nodes[node * this.#nodeSize + 1] === table) continue;
        if (!reached.has(node)) reached.set(node, { edge, from });
      }
    }
    return reached;
  }

  #nameOf(node: number): string {
    const name = this.strings[this.#raw.nodes[node * this.#nodeSize + 1] as number] ?? '';
    return name.length > 60 ? `${name.slice(0, 60)}…` : name;
  }

  #edgeName(edge: number): string {
    const type = this.#raw.snapshot.meta.edge_types[0][this.#raw.edges[edge] as number];
    const name = this.#raw.edges[edge + 1] as number;
    return type === 'element' || type === 'hidden' ? `[${name}]` : `.${this.strings[name]}`;
  }

  /** Who holds the nodes and names the edges that have this string, from the nearest to the root. */
  holders(string: number): string {
    this.#reached ??= this.#reach();
    const { nodes } = this.#raw;
    for (let node = 0; node * this.#nodeSize < nodes.length; node++) {
      if (nodes[node * this.#nodeSize + 1] !== string) continue;
      const steps: string[] = [];
      let at = node;
      for (let way = this.#reached.get(at); way && way.from >= 0; way = this.#reached.get(at)) {
        steps.push(`${this.#nameOf(way.from)}${this.#edgeName(way.edge)}`);
        at = way.from;
      }
      return steps.length > 0 ? steps.slice(0, STEPS_SHOWN).join(' <- ') : 'nobody holds it';
    }
    return 'the name of a property';
  }
}

/** @returns the traces among the strings of a snapshot, each with the way to it */
export function searchHeap(search: Search, file: string): Hit[] {
  const snapshot = new Snapshot(file);
  const starts: number[] = [];
  let length = 0;
  for (const string of snapshot.strings) {
    starts.push(length);
    length += Buffer.byteLength(string) + 1;
  }
  const stringAt = (place: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const found = search.in(Buffer.from(snapshot.strings.join(SEPARATOR)));
  return [...found].map(([{ canary, as }, place]) => ({
    canary,
    as,
    where: `heap: ${snapshot.holders(stringAt(place))}`,
  }));
}
