/** The words around the talk follow its language. */
import { callForJson } from './http.ts';
import type { OtherWords, PageData } from './page-data.ts';

const LABEL = 'aria-label';

/**
 * Fetches the words of another language, and puts them on the page around the chat.
 * @param lang the BCP-47 language of an answer
 * @returns the page's data in it; the same as before where nothing changes, or the server does not answer
 */
export async function wordsIn(data: PageData, lang: string): Promise<PageData> {
  const locale = data.locales.find((one) => one.lang === lang);
  if (!locale || lang === data.lang) return data;
  try {
    const { page, ...words } = await callForJson<OtherWords>('GET', `/chat-words/${locale.id}.json`);
    for (const node of document.querySelectorAll<HTMLElement>('[data-ui]')) {
      const text = page[node.dataset.ui as string];
      if (!text) continue;
      if (node.hasAttribute(LABEL)) node.setAttribute(LABEL, text);
      else node.textContent = text;
      node.lang = lang;
    }
    return { ...data, ...words };
  } catch {
    return data;
  }
}
