/**
 * What the card of the council's team says: 30 moments x every area x every audience, as a table that people read.
 * UPDATE_CARDS=1 npx vitest run tests/contacts/by-clock writes it afresh; read what changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { handOffCard } from '../../src/contacts/hand-off.ts';
import { AUDIENCES } from '../../src/content/schema.ts';
import { realLibrary } from '../library.ts';

const FILE = join(import.meta.dirname, 'by-clock.txt');
/** London time, and the same in UTC. */
const MOMENTS: readonly [string, string][] = [
  ['Mon 23 Nov 2026 08:44', '2026-11-23T08:44Z'],
  ['Mon 23 Nov 2026 08:45', '2026-11-23T08:45Z'],
  ['Tue 24 Nov 2026 10:00', '2026-11-24T10:00Z'],
  ['Thu 26 Nov 2026 16:59', '2026-11-26T16:59Z'],
  ['Thu 26 Nov 2026 17:00', '2026-11-26T17:00Z'],
  ['Fri 27 Nov 2026 15:59', '2026-11-27T15:59Z'],
  ['Fri 27 Nov 2026 16:01', '2026-11-27T16:01Z'],
  ['Fri 27 Nov 2026 23:59', '2026-11-27T23:59Z'],
  ['Sat 28 Nov 2026 00:30', '2026-11-28T00:30Z'],
  ['Sat 28 Nov 2026 08:59', '2026-11-28T08:59Z'],
  ['Sat 28 Nov 2026 09:00', '2026-11-28T09:00Z'],
  ['Sun 29 Nov 2026 20:00', '2026-11-29T20:00Z'],
  ['Wed 25 Nov 2026 00:30', '2026-11-25T00:30Z'],
  ['Thu 24 Dec 2026 12:00', '2026-12-24T12:00Z'],
  ['Thu 24 Dec 2026 18:00', '2026-12-24T18:00Z'],
  ['Fri 25 Dec 2026 00:30', '2026-12-25T00:30Z'],
  ['Fri 25 Dec 2026 12:00', '2026-12-25T12:00Z'],
  ['Sat 26 Dec 2026 12:00', '2026-12-26T12:00Z'],
  ['Sun 27 Dec 2026 12:00', '2026-12-27T12:00Z'],
  ['Mon 28 Dec 2026 10:00 (bank holiday)', '2026-12-28T10:00Z'],
  ['Tue 29 Dec 2026 10:00', '2026-12-29T10:00Z'],
  ['Wed 30 Dec 2026 10:00', '2026-12-30T10:00Z'],
  ['Thu 31 Dec 2026 16:30', '2026-12-31T16:30Z'],
  ['Fri 1 Jan 2027 10:00 (bank holiday)', '2027-01-01T10:00Z'],
  ['Fri 26 Mar 2027 10:00 (Good Friday)', '2027-03-26T10:00Z'],
  ['Sun 28 Mar 2027 00:59 (clocks go forward)', '2027-03-28T00:59Z'],
  ['Sun 28 Mar 2027 02:01 (clocks went forward)', '2027-03-28T01:01Z'],
  ['Mon 3 May 2027 10:00 (bank holiday)', '2027-05-03T09:00Z'],
  ['Sun 31 Oct 2027 01:30, the first time', '2027-10-31T00:30Z'],
  ['Sun 31 Oct 2027 01:30, once more', '2027-10-31T01:30Z'],
];
/** Times, not costs or names: what the clock changes. */
const OPENING = /open|closed|answers|only for a child|day and night|\bAt night\b|At this time/i;

it('says at every hour, everywhere and to everybody whom to ring', () => {
  const { content } = realLibrary();
  const areas = [...content.areas.values()].map((area) => ({
    name: area.name,
    place: [...content.places.values()].find((place) => place.area === area.id)?.id ?? null,
  }));
  const lines: string[] = [];
  for (const [name, utc] of MOMENTS) {
    lines.push(`== ${name}`);
    for (const { name: area, place } of [{ name: '(no place named)', place: null }, ...areas]) {
      const said = AUDIENCES.map((audience) => {
        const view = {
          audience,
          age: 'unknown',
          place,
          at: Date.parse(utc.replace('Z', ':00Z')),
          urgent: false,
        } as const;
        const { entries } = handOffCard(content, ['front-door'], view, []);
        const text = entries
          .map(
            (entry) =>
              `${content.services.get(entry.service)?.short ?? entry.name} (${entry.facts.filter((fact) => OPENING.test(fact)).join(' ')})`,
          )
          .join(' | ');
        return { audience, text };
      });
      lines.push(`${area}`);
      for (const text of new Set(said.map((one) => one.text)))
        lines.push(
          `  ${said
            .filter((one) => one.text === text)
            .map((one) => one.audience)
            .join(', ')}: ${text}`,
        );
    }
    lines.push('');
  }
  const table = lines.join('\n');
  if (process.env.UPDATE_CARDS === '1') writeFileSync(FILE, table);
  else expect(table).toBe(readFileSync(FILE, 'utf8'));
});
