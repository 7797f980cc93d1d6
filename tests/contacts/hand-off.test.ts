import { describe, expect, it } from 'vitest';
import { handOffCard, type View } from '../../src/contacts/hand-off.ts';
import type { Content } from '../../src/content/model.ts';
import { content, contentWith, gmt, service } from './content.ts';

const DAY = gmt('2026-11-24 12:00');
const EVENING = gmt('2026-11-24 20:00');
const NIGHT = gmt('2026-11-25 03:00');
const child: View = { audience: 'young-person', age: 'unknown', place: null, at: DAY, urgent: false };
const parent: View = { ...child, audience: 'parent' };
const card = (refs: readonly string[], view: View, where = content) => handOffCard(where, refs, view, []);
const order = (refs: readonly string[], view: View, where = content) =>
  card(refs, view, where).entries.map((entry) => entry.service);

describe('who is on the card, in which order', () => {
  it.each([
    ['a child by day', ['front-door'], child, ['childline', 'wilts-mash', 'police-999']],
    [
      'a child in the evening',
      ['front-door'],
      { ...child, at: EVENING },
      ['childline', 'wilts-out-of-hours', 'police-999'],
    ],
    [
      'a child at night',
      ['front-door'],
      { ...child, at: NIGHT },
      ['childline', 'police-101', 'wilts-mash', 'wilts-out-of-hours', 'police-999'],
    ],
    [
      'a child in danger at night',
      ['front-door'],
      { ...child, at: NIGHT, urgent: true },
      ['police-999', 'childline', 'wilts-out-of-hours'],
    ],
    [
      'a child in danger, 999 named last',
      ['front-door', 'childline', 'police-999'],
      { ...child, urgent: true },
      ['police-999', 'childline', 'wilts-mash'],
    ],
    ['999 keeps its place if named', ['police-999', 'childline'], child, ['police-999', 'childline']],
    ['nothing asked for', [], child, ['childline', 'police-999']],
    [
      'a child in Poole',
      ['front-door'],
      { ...child, place: 'poole' },
      ['childline', 'police-101', 'police-999'],
    ],
    [
      'a child in Shaftesbury',
      ['front-door'],
      { ...child, place: 'shaftesbury' },
      ['childline', 'police-101', 'dorset-page', 'police-999'],
    ],
    [
      'a child in Swindon by day',
      ['front-door'],
      { ...child, place: 'swindon' },
      ['childline', 'swindon-day', 'police-999'],
    ],
    [
      'a child in Swindon in the evening',
      ['front-door'],
      { ...child, place: 'swindon', at: EVENING },
      ['childline', 'police-101', 'swindon-day', 'police-999'],
    ],
    [
      'a free council line comes early',
      ['front-door', 'wilts-mash'],
      { ...child, place: 'faringdon', at: EVENING },
      [
        'oxfordshire-out-of-hours',
        'childline',
        'oxfordshire-day',
        'wilts-out-of-hours',
        'wilts-mash',
        'police-999',
      ],
    ],
    [
      'nobody twice',
      ['childline', 'front-door', 'wilts-mash', 'childline'],
      child,
      ['childline', 'wilts-mash', 'police-999'],
    ],
    ['a service that is gone', ['no-such-service'], child, ['childline', 'police-999']],
    [
      'for adults only, asked for a child',
      ['nspcc', 'crimestoppers', 'stop-it-now', 'revenge-porn-helpline', 'ivison-trust'],
      child,
      ['childline', 'police-999'],
    ],
    ['a parent by day', ['front-door', 'nspcc'], parent, ['wilts-mash', 'nspcc', 'police-101', 'police-999']],
    [
      'a parent in Poole',
      ['front-door'],
      { ...parent, place: 'poole' },
      ['police-101', 'childline', 'police-999'],
    ],
    ['a parent who needs to talk', ['samaritans'], parent, ['samaritans', 'police-999']],
    [
      'a line for children, or of uncertain hours, is no line for a parent at night',
      ['childline', 'papyrus'],
      parent,
      ['childline', 'papyrus', 'police-101', 'police-999'],
    ],
    ['a web page is no line', ['ivison-trust'], parent, ['ivison-trust', 'police-101', 'police-999']],
    [
      'a closed line, and who answers instead',
      ['wilts-mash'],
      { ...parent, at: EVENING },
      ['wilts-out-of-hours', 'wilts-mash', 'police-101', 'police-999'],
    ],
    ['a hotel', ['crimestoppers'], { ...parent, audience: 'business' }, ['crimestoppers', 'police-999']],
  ] satisfies [string, string[], View, string[]][])('%s', (_name, refs, view, expected) => {
    expect(order(refs, view)).toEqual(expected);
  });
});

describe('ages', () => {
  const seventeen = { ...service('rape-crisis'), id: 'from-17', ages: { from: 17 } };
  const eighteen = { ...service('rape-crisis'), id: 'from-18', ages: { from: 18 } };
  const all = contentWith([seventeen, eighteen]);
  const refs = ['rape-crisis', 'from-17', 'from-18'];

  it('hides 16+ from a young person who has not said that they are 16 or 17', () => {
    expect(order(refs, child, all)).toEqual(['childline', 'police-999']);
  });
  it('shows 16+ after that, and still nothing above', () => {
    expect(order(refs, { ...child, age: '16-17' }, all)).toEqual(['rape-crisis', 'childline', 'police-999']);
  });
  it('does not ask adults', () => {
    expect(order(refs, parent, all)).toEqual([...refs, 'police-101', 'police-999']);
  });
});

describe('what an entry says', () => {
  const facts = (id: string, view: View, where = content) =>
    card([id], view, where).entries.find((entry) => entry.service === id)?.facts;

  it.each([
    [
      'wilts-mash',
      child,
      ['Open until 5pm.', 'Not free.', 'May show on a bill.', 'Ask if you can leave out your name.'],
    ],
    [
      'childline',
      child,
      [
        'Day and night.',
        'Free.',
        'Ask if you can leave out your name.',
        'You may have to wait a bit to get through, most of all at night.',
      ],
    ],
    ['police-999', child, ['Day and night.', 'Free.']],
    [
      'safecall',
      child,
      ['Who knows.', 'Free.', 'May show on a bill.', 'Ask if you can leave out your name.'],
    ],
    [
      'shout',
      child,
      [
        'Day and night.',
        'On most phone networks it costs nothing and is not on the bill.',
        'Ask if you can leave out your name.',
      ],
    ],
    [
      'ceop',
      child,
      [
        'Day and night.',
        'Free.',
        'They need your name.',
        'They get in touch with you about it.',
        'It is not for when you are in danger now.',
      ],
    ],
    ['nspcc', parent, ['Who knows.', 'Free.', 'May show on a bill.', 'No name needed.']],
    // Nobody answers at a website, so nobody can be asked there.
    ['the-mix', child, ['Free.']],
    [
      'fearless',
      child,
      ['Day and night.', 'Free.', 'No name needed.', ...service('fearless')['what-happens']],
    ],
  ] satisfies [string, View, string[]][])('%s', (id, view, expected) => {
    expect(facts(id, view)).toEqual(expected);
  });

  it.each([
    ['2026-11-24 08:00', 'Closed. Opens today at 8.45am.'],
    ['2026-11-24 18:00', 'Closed. Opens tomorrow at 8.45am.'],
    ['2026-11-27 18:00', 'Closed. Opens Monday at 8.45am.'],
    ['2026-12-24 18:00', 'Closed. Opens Tuesday at 8.45am.'],
  ])('when it opens: %s', (time, fact) => {
    expect(facts('wilts-mash', { ...child, at: gmt(time) })?.[0]).toBe(fact);
  });

  it('adds the day of the month from a week on', () => {
    const thursdays = contentWith([service('wilts-mash', { hours: { thu: '10:00-11:00' } })]);
    expect(facts('wilts-mash', { ...child, at: gmt('2026-12-24 18:00') }, thursdays)?.[0]).toBe(
      'Closed. Opens Thursday 31 at 10am.',
    );
  });

  it('gives no time that belongs to another day', () => {
    expect(facts('west-berkshire-out-of-hours', { ...child, at: EVENING })?.[0]).toBe('Open now.');
  });

  it('says what the night is for, unless somebody is in danger', () => {
    const line = 'wilts-out-of-hours';
    expect(facts(line, { ...child, at: NIGHT })?.slice(0, 2)).toEqual([
      'The night team answers.',
      'Now only for danger.',
    ]);
    expect(facts(line, { ...child, at: NIGHT, urgent: true })?.slice(0, 2)).toEqual([
      'Open until 9am.',
      'The night team answers.',
    ]);
    expect(facts(line, { ...child, at: EVENING })?.slice(0, 2)).toEqual([
      'Open until midnight.',
      'The evening and weekend team answers.',
    ]);
  });

  it('says that it may be closed when the calendar has run out', () => {
    expect(facts('wilts-mash', { ...child, at: gmt('2029-01-02 12:00') })?.slice(0, 2)).toEqual([
      'Open until 5pm.',
      'May be closed today.',
    ]);
  });
});

describe('actions', () => {
  const actions = (id: string, where = content) =>
    card([id], child, where).entries.find((entry) => entry.service === id)?.actions;

  it.each([
    ['childline', [{ kind: 'call', label: 'Call 0800 1111', href: 'tel:08001111' }]],
    ['shout', [{ kind: 'text', label: 'Text SHOUT to 85258', href: 'sms:85258?body=SHOUT' }]],
    ['ceop', [{ kind: 'open', label: 'Open', href: 'https://www.ceop.police.uk/Safety-Centre/' }]],
    [
      'safecall',
      [
        { kind: 'call', label: 'Call 116 000', href: 'tel:116000' },
        { kind: 'text', label: 'Text 116 000', href: 'sms:116000' },
      ],
    ],
    ['police-999', [{ kind: 'call', label: 'Call 999', href: 'tel:999' }]],
  ])('%s', (id, expected) => {
    expect(actions(id)).toEqual(expected);
  });

  it('never makes a text to 999, even if the registry had one', () => {
    const wrong = contentWith([
      service('police-999', { text: { to: '999' } }),
      service('shout', { text: { to: '9 99' } }),
    ]);
    expect(actions('police-999', wrong)).toEqual([{ kind: 'call', label: 'Call 999', href: 'tel:999' }]);
    expect(actions('shout', wrong)).toEqual([]);
  });
});

describe('the rest of the card', () => {
  it('says how to ring 999 without speaking only when it is urgent', () => {
    expect(card(['childline'], child)).toMatchObject({ title: 'You can talk to', urgent: false, silent: [] });
    const urgent = card(['childline'], { ...child, urgent: true });
    expect(urgent).toMatchObject({ title: 'Get help now', urgent: true });
    expect(urgent.silent).toEqual(service('police-999').silent);
    expect(urgent.silent.join(' ')).toMatch(
      /mobile.*stay on the line.*press 55.*does not tell the police where/,
    );
  });

  it('carries the words to read out', () => {
    expect(handOffCard(content, [], child, ['I need help.']).words).toEqual(['I need help.']);
  });

  it('warns of the list of calls, and of numbers not checked for long', () => {
    const trace = "A call can stay in your phone's list.";
    expect(card([], child).notes).toEqual([trace]);
    expect(card([], { ...child, at: gmt('2027-02-20 23:59') }).notes).toEqual([trace]);
    expect(card([], { ...child, at: gmt('2027-02-21 00:00') }).notes).toEqual([
      trace,
      'This may have changed.',
    ]);
    const rung = contentWith(['childline', 'police-999'].map((id) => service(id, { rung: '2026-12-01' })));
    expect(card([], { ...child, at: gmt('2027-02-21 00:00') }, rung).notes).toEqual([trace]);
  });

  it('stands without a single sentence of the interface', () => {
    const bare = contentWith([], { ui: {} as Content['ui'] });
    const { entries, notes } = card(['shout', 'ceop', 'safecall'], child, bare);
    expect(notes).toEqual([]);
    expect(entries.flatMap((entry) => entry.actions.map((action) => action.label))).toEqual([
      '85258',
      'CEOP',
      '116 000',
      '116 000',
      '0800 1111',
      '999',
    ]);
  });
});
