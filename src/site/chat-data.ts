/** What the chat's page knows: the words around the talk, and how it begins. */
import type { Content } from '../content/model.ts';
import { readActivity } from '../widget/activity.ts';
import type { PageData, Welcome } from '../widget/page-data.ts';
import { emergencyAddresses } from './numbers.ts';
import type { SiteOptions } from './render.ts';
import { chatWords, offered } from './words.ts';

/** @param activities what the bot says in one turn, as Bot Framework activities */
function welcomeOf(activities: readonly object[]): Welcome {
  const said = activities.map(readActivity).filter((one) => one !== null);
  return { messages: said.map(({ message }) => message), buttons: said.at(-1)?.buttons ?? [] };
}

export type ChatOptions = Pick<SiteOptions, 'exitUrl' | 'idleMs' | 'lifeMs'>;

/**
 * @param locale `en`, or the id of a locale: the language of the words around the talk
 * @param welcome what the bot says first, as Bot Framework activities
 */
export function pageData(
  content: Content,
  { exitUrl, idleMs, lifeMs }: ChatOptions,
  locale = 'en',
  welcome: readonly object[] = [],
): PageData {
  return {
    ...chatWords(content, locale),
    welcome: welcomeOf(welcome),
    locales: offered(content),
    emergency: emergencyAddresses(content),
    exitUrl,
    idleMs,
    lifeMs,
  };
}
