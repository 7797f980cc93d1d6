/** What must be true of every card: asked for by everybody, everywhere, at many hours. */
import { expect, it } from 'vitest';
import { handOffCard, type View } from '../../src/contacts/hand-off.ts';
import { AUDIENCES } from '../../src/content/schema.ts';
import type { Card } from '../../src/wire.ts';
import { content, gmt, service } from './content.ts';

const TIMES = [
  '2026-11-24 12:00',
  '2026-11-24 20:00',
  '2026-11-25 03:00',
  '2026-11-27 16:01',
  '2026-12-25 12:00',
  '2027-03-28 00:59',
  '2027-10-31 01:30',
  '2030-06-01 12:00',
].map(gmt);

const ids = [...content.services.keys()];
const ASKED = [[], ['front-door'], ids, ...ids.map((id) => [id])];
/** One place in each area, and none named. */
const PLACES = [
  null,
  ...new Map([...content.places.values()].map((place) => [place.area, place.id])).values(),
];

const dayAndNight = new Set(
  ids.filter((id) => {
    const { hours, phone, text, emergency } = service(id);
    return hours === 'always' && (phone || text) && !emergency;
  }),
);

/** What is wrong with a card, whoever it is for. */
function wrongs({ entries, silent, urgent, notes }: Card, { audience }: View): string[] {
  const shown = entries.map((entry) => entry.service);
  const hrefs = entries.flatMap((entry) => entry.actions.map((action) => action.href));
  const bad: [boolean, string][] = [
    [!shown.includes('police-999'), 'no 999'],
    [urgent && shown[0] !== 'police-999', '999 is not first'],
    [urgent === (silent.length === 0), 'silent lines'],
    [new Set(shown).size !== shown.length, 'somebody twice'],
    [!shown.some((id) => dayAndNight.has(id)), 'no line by day and night'],
    [hrefs.some((href) => !/^(tel:\d+|sms:\d+(\?body=[A-Z]+)?|https:\/\/\S+)$/.test(href)), 'odd link'],
    [hrefs.some((href) => /^sms:(999|112)/.test(href)), 'a text to 999'],
    [entries.some((entry) => entry.actions.length === 0), 'no way to reach somebody'],
    [/\{[a-z]+\}|undefined/.test(JSON.stringify([entries, notes])), 'a gap'],
    [
      notes.includes("A call can stay in your phone's list.") === (audience === 'professional'),
      'a warning of the list of calls for who is at work, or none for others',
    ],
  ];
  return bad.filter(([is]) => is).map(([, what]) => what);
}

/** What is wrong with a card for a young person. */
function wrongsForTheYoung({ entries }: Card, { age }: View): string[] {
  const services = entries.map((entry) => service(entry.service));
  const oldest = age === '16-17' ? 16 : 15;
  const bad = services.flatMap(({ id, ages, for: whom }) => [
    ...(whom.includes('young-person') ? [] : [`${id} is for adults`]),
    ...(ages !== 'all' && (ages.from ?? 0) > oldest ? [`${id} is for older people`] : []),
  ]);
  if (!services.some(({ id }) => id === 'childline')) bad.push('no Childline');
  const free = services.filter(({ emergency }) => !emergency).map(({ cost }) => cost.free);
  if (free.includes(false) && free.lastIndexOf(true) > free.indexOf(false)) bad.push('paid before free');
  return bad;
}

/** Every way to look at a card for this audience. */
function* views(audience: View['audience']): Generator<View> {
  for (const age of ['unknown', '16-17'] as const)
    for (const urgent of [false, true])
      for (const place of PLACES) for (const at of TIMES) yield { audience, age, place, at, urgent };
}

it.each(AUDIENCES)('every card for a %s', (audience) => {
  for (const view of views(audience))
    for (const refs of ASKED) {
      const card = handOffCard(content, refs, view, []);
      const bad = wrongs(card, view);
      if (audience === 'young-person') bad.push(...wrongsForTheYoung(card, view));
      if (bad.length > 0) expect.fail(`${bad.join(', ')}: ${JSON.stringify({ refs, view })}`);
    }
});
