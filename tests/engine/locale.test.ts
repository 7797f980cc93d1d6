/** Other words for the same talk: Polish and easy read, changed to at any step, English where they are missing. */
import { describe, expect, it } from 'vitest';
import { checkLibrary, openLibrary } from '../../src/library.ts';
import { createBot } from '../bot.ts';
import { ROOT, realLibrary, withBroken } from '../library.ts';

const { content } = realLibrary();

describe('another language', () => {
  it('shows the same step in Polish when it is asked for, says that nobody approved it, and goes back', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    const polish = await bot.say('polski');
    expect(polish.outcome).toBe('command');
    expect(polish.words).toContain('Jestem komputerem');
    expect(polish.messages[0]?.text).toBe(content.locales.get('pl')?.ui['locale-draft']);
    const next = await bot.press(polish.buttons[1]?.label ?? '');
    expect(next.words).not.toContain("I'm glad you're here");
    const english = await bot.say('english');
    expect(english.words).not.toContain('komputerem');
  });

  it('answers a cry for help in Polish words with the Polish card', async () => {
    const said = await createBot().say('pomocy chce umrzec');
    expect(said).toMatchObject({ level: 'urgent', outcome: 'urgent' });
    expect(said.words).toContain('tel:999');
    expect(said.words).toContain('Nikt nie przyjedzie');
  });

  it('understands Polish and English words for a button', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.say('po polsku');
    const first = await bot.say('i need help now');
    expect(first.words).toContain('tel:999');
  });

  it('does not take an English "no", which is a Polish yes, for a button', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.say('polski');
    await bot.say({ choice: ':open/self-harm-suicide' });
    const said = await bot.say('no');
    expect(said.outcome).not.toBe('chose');
    expect((await bot.say('nie')).outcome).toBe('chose');
  });

  it('reads easy: one idea a bubble, a symbol first', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    const easy = await bot.say('easy read');
    const bubbles = easy.messages.flatMap(({ text }) => text ?? []);
    expect(bubbles.filter((text) => /^\p{Extended_Pictographic}/u.test(text)).length).toBeGreaterThan(2);
  });

  it('keeps the language over "start again" and "delete this"', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.say('polski');
    expect((await bot.say('start again')).view.locale).toBe('pl');
    expect((await bot.say('delete this')).view.locale).toBe('pl');
  });

  it('is never shown in production without approval: English and the numbers stand there', async () => {
    const library = openLibrary(ROOT, false);
    expect([...library.content.locales.keys()]).toEqual([]);
    const bot = createBot({ library });
    await bot.say({ event: 'start' });
    const said = await bot.say('polski');
    expect(said.messages[0]?.text).toBe(content.ui['locale-missing']);
    expect(said.words).toContain('tel:08001111');
    expect(said.words).toContain("I'm a computer, not a person");
    expect(said.view.locale).toBe('en');
  });

  it('names the language of each message, and of what is left in English among the others', async () => {
    const bot = createBot();
    expect((await bot.say({ event: 'start' })).messages.map(({ lang }) => lang)).toEqual(
      expect.arrayContaining(['en-GB']),
    );
    const polish = await bot.say({ choice: ':locale/pl' });
    expect(new Set(polish.messages.map(({ lang }) => lang))).toEqual(new Set(['pl']));
    // What is for staff has no Polish words.
    const adult = await bot.say({ choice: ':open/training' });
    const notice = content.locales.get('pl')?.ui['in-english'];
    const said = adult.messages.filter(({ text }) => text !== undefined);
    expect(said[0]).toMatchObject({ text: notice, lang: 'pl' });
    expect(new Set(said.slice(1).map(({ lang }) => lang))).toEqual(new Set(['en-GB']));
    const easy = await bot.say({ choice: ':locale/en-easy' });
    expect(easy.messages[0]?.lang).toBe('en-GB-simple');
  });

  it('has another language tag for each, so that a client knows which it was answered in', () => {
    const tags = [content, ...content.locales.values()].map(({ lang }) => lang);
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect(new Intl.Locale(tag).toString()).toBe(tag);
  });

  it('shows English for a step whose English has changed, and says so; the check names the new stamp', () => {
    withBroken(
      'dialogs/goodbye.yaml',
      (text) => text.replaceAll("You're welcome.", "You're very welcome."),
      (root) => {
        const { problems, library } = checkLibrary(root, { thorough: false });
        const polish = library?.content.locales.get('pl');
        const first = polish?.steps.get('goodbye/first')?.parts[0];
        expect(first).toMatchObject({
          kind: 'say',
          texts: expect.arrayContaining([polish?.ui['in-english'], expect.stringMatching(/very welcome/)]),
        });
        expect(problems).toEqual([]);
      },
    );
  });

  it('has every step of a language lead where the English leads', () => {
    for (const [locale, said] of content.locales) {
      expect([...said.steps.keys()], locale).toEqual([...content.steps.keys()]);
      for (const [ref, step] of content.steps) {
        const ways = (parts: typeof step.parts): unknown[] =>
          parts.flatMap((part): unknown[] => {
            if (part.kind === 'offer') return part.choices.map(({ way, set }) => ({ way, set }));
            return part.kind === 'hand-off' ? [part.services] : [];
          });
        expect(ways(said.steps.get(ref)?.parts ?? []), `${locale} ${ref}`).toEqual(ways(step.parts));
      }
    }
  });
});
