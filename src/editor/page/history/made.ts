/** How a version became the live one, from the audit trail. */
import type { Entry } from '../../api.ts';
import { momentInWords } from '../kit/days.ts';
import { roleInWords } from '../kit/names.ts';

export interface Made {
  /** What the version is called. */
  readonly title: string;
  /** Who made it live, when and why; null: the trail does not tell. */
  readonly says: string | null;
}

const DEEDS: Readonly<Record<string, string>> = {
  publish: 'Published',
  'roll-back': 'Rolled back to',
  import: 'Imported',
};

const at = ({ about }: Entry, key: string): string => String(about[key] ?? '');

function titleOf(entries: readonly Entry[], version: string): string {
  if (version === 'shipped') return 'The words as shipped';
  const published = entries.findLast((one) => one.did === 'publish' && at(one, 'version') === version);
  const title = published && at(published, 'title');
  return title ? `“${title}”` : `Version ${version.slice(0, 8)}`;
}

/**
 * @param entries newest last
 * @param until when it was live no more (milliseconds since the epoch); null: it is live
 * @param me who reads it
 */
export function madeOf(entries: readonly Entry[], version: string, until: number | null, me: string): Made {
  const deed = entries.findLast(
    (one) =>
      Object.hasOwn(DEEDS, one.did) &&
      at(one, 'version') === version &&
      one.at <= (until ?? Number.POSITIVE_INFINITY),
  );
  const title = titleOf(entries, version);
  if (!deed) return { title, says: null };
  const by = `by ${roleInWords(deed.role)}${deed.who === me ? ' (you)' : ''}`;
  const why = at(deed, 'why');
  return { title, says: `${DEEDS[deed.did]} ${by} on ${momentInWords(deed.at)}${why && `: ${why}`}` };
}
