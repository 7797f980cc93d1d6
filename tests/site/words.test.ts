/** What a client can fetch for another language, and the list of places: whole, and nothing that nobody approved. */
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { chatWords, offered, wordFiles } from '../../src/site/words.ts';
import { WIDGET_TEXTS } from '../../src/widget/page-data.ts';
import { ROOT, realLibrary } from '../library.ts';

const { content } = realLibrary();
const files = new Map(wordFiles(content));
const json = (path: string) => JSON.parse(String(files.get(path)?.body));

describe('the words around the chat', () => {
  it('are there in each language that is offered, whole', () => {
    expect(offered(content).map(({ id }) => id)).toEqual(['en', 'en-easy', 'pl']);
    for (const { id, lang } of offered(content)) {
      const words = json(`/chat-words/${id}.json`);
      expect(words).toMatchObject({ ...chatWords(content, id), lang });
      expect(Object.keys(words.texts)).toEqual([...WIDGET_TEXTS]);
      expect(Object.values(words.texts).every(Boolean)).toBe(true);
    }
  });

  it('are Polish in Polish, and easier in easy read, with the numbers as they are', () => {
    const [english, polish, easy] = ['en', 'pl', 'en-easy'].map((id) => json(`/chat-words/${id}.json`));
    for (const key of WIDGET_TEXTS) expect(polish.texts[key], key).not.toBe(english.texts[key]);
    for (const key of Object.keys(english.page).filter((one) => !one.includes(':')))
      expect(polish.page[key], key).not.toBe(english.page[key]);
    expect(polish.numbers.map(({ href }: { href: string }) => href)).toEqual(['tel:999', 'tel:08001111']);
    expect(polish.page['tel:08001111']).toMatch(/^Zadzwoń .*0800\u00a01111$/);
    expect(easy.texts['read-aloud']).not.toBe(english.texts['read-aloud']);
  });

  it('are English alone in production until somebody approves others', () => {
    const { content: production } = openLibrary(ROOT, false);
    expect(offered(production)).toEqual([{ id: 'en', name: content.ui.english, lang: 'en-GB' }]);
    expect(wordFiles(production).map(([path]) => path)).toEqual(['/chat-words/en.json', '/places.json']);
    expect(chatWords(production, 'pl').texts).toEqual(chatWords(content, 'en').texts);
  });
});

describe('the places', () => {
  it('are those of the content, by name, and small', () => {
    const places: { id: string; name: string }[] = json('/places.json');
    expect(new Map(places.map(({ id, name }) => [id, name]))).toEqual(
      new Map([...content.places].map(([id, { name }]) => [id, name])),
    );
    expect(places.map(({ name }) => name)).toEqual(
      places.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en-GB')),
    );
    expect(files.get('/places.json')?.br.length).toBeLessThan(2_048);
  });
});
