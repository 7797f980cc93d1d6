/** Staff have hidden a wrong number: it is nowhere, and whoever needed it is shown somebody else. */
import { describe, expect, it } from 'vitest';
import { handOffCard } from '../../src/contacts/hand-off.ts';
import { slimNumbers } from '../../src/contacts/slim.ts';
import type { Audience, Content, Service } from '../../src/content/model.ts';
import { AUDIENCES } from '../../src/content/schema.ts';
import { asStanding } from '../../src/content/shown.ts';
import { plainHelp } from '../../src/replies/plain-help.ts';
import { helpMessages } from '../../src/replies/render.ts';
import { numberLinks, second } from '../../src/site/numbers.ts';
import { TUESDAY_TEN } from '../bot.ts';
import { realLibrary } from '../library.ts';

const { content } = realLibrary();
const without = (...ids: string[]): Content => asStanding(content, { hidden: new Set(ids), rung: new Map() });
const card = (from: Content, audience: Audience, urgent = false) =>
  handOffCard(
    from,
    ['childline', 'front-door'],
    { audience, age: 'unknown', place: null, at: TUESDAY_TEN, urgent },
    [],
  );

const digitsOf = (id: string): string => content.services.get(id)?.phone?.replaceAll(' ', '') ?? 'none';

describe('a hidden number', () => {
  const hidden = without('childline');
  it.each(AUDIENCES)('stands on no card, and another day-and-night line does: %s', (audience) => {
    const shown = card(hidden, audience);
    expect(JSON.stringify(shown)).not.toContain(digitsOf('childline'));
    const lines = shown.entries.flatMap(({ service }) => content.services.get(service) ?? []);
    expect(lines.some(({ emergency }) => emergency)).toBe(true);
    expect(lines.some((one) => one.hours === 'always' && !one.emergency)).toBe(true);
  });

  it('is in no language', () => {
    const polish = hidden.locales.get('pl') as Content;
    expect(JSON.stringify(card(polish, 'young-person', true))).not.toContain(digitsOf('childline'));
  });

  it('is neither in the slim line nor in the last words of an error', () => {
    const { actions } = slimNumbers(hidden);
    expect(actions).toHaveLength(2);
    expect(JSON.stringify(actions)).not.toContain(digitsOf('childline'));
    expect(plainHelp(hidden, TUESDAY_TEN)).toMatch(/999.*Call/);
    expect(plainHelp(hidden, TUESDAY_TEN)).not.toContain('0800 1111');
  });

  it('leaves the urgent card whole when the council’s own line is the wrong one', () => {
    const gone = without('wilts-mash');
    const view = {
      audience: 'young-person',
      age: 'unknown',
      place: null,
      locale: 'en',
      at: TUESDAY_TEN,
    } as const;
    const said = JSON.stringify(helpMessages(gone, view));
    expect(said).not.toContain(digitsOf('wilts-mash'));
    expect(said).toContain('tel:999');
    expect(said).toContain(digitsOf('childline'));
    expect(numberLinks(gone, second(gone, TUESDAY_TEN)).map(({ action }) => action.href)).not.toContain(
      `tel:${digitsOf('wilts-mash')}`,
    );
  });

  it('is hidden under another name too, and with other spaces', () => {
    const phone = content.services.get('childline')?.phone?.replaceAll(' ', '') ?? '';
    const again = {
      ...(content.services.get('samaritans') as Service),
      id: 'again',
      phone: `${phone.slice(0, 3)} ${phone.slice(3)}`,
    };
    const twice = { ...content, services: new Map([...content.services, ['again', again]]) };
    const shown = asStanding(twice, { hidden: new Set(['childline']), rung: new Map() });
    expect([...shown.services.keys()]).toEqual(
      [...content.services.keys()].filter((id) => id !== 'childline'),
    );
  });

  it('can never be 999', () => {
    expect(without('police-999').services.has('police-999')).toBe(true);
  });
});

describe('a number that was rung', () => {
  it('is known to have been', () => {
    const rung = asStanding(content, { hidden: new Set(), rung: new Map([['childline', '2027-01-15']]) });
    expect(rung.services.get('childline')?.rung).toBe('2027-01-15');
    expect(content.services.get('childline')?.rung).toBeNull();
  });
});
