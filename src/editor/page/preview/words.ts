/** The words around the talk, as the chat's page gives them to its widget: of the draft, in the language of the talk. */
import { valueOf } from '../../../content/edit.ts';
import { type PageData, type Texts, WIDGET_TEXTS } from '../../../widget/page-data.ts';
import type { Overview } from '../../api.ts';
import type { Text } from '../kit/texts.ts';
import { type Registry, SERVICES } from '../services/registry.ts';

const ENGLISH = 'content/ui.yaml';
const NEVER = Number.MAX_SAFE_INTEGER;

/** The files that the words come from. */
export const wordFiles = ({ languages }: Overview): string[] => [
  ENGLISH,
  SERVICES,
  ...languages.map(({ id }) => `content/${id}/ui.yaml`),
];

type Said = Readonly<Record<string, string | { readonly text?: string }>>;
const textsIn = (text: Text): Said =>
  ((typeof text === 'string' ? valueOf(text) : undefined) as { texts?: Said } | undefined)?.texts ?? {};

/** Addresses that ring the emergency services: drawn stronger than all others. */
function emergency(text: Text): string[] {
  const registry = (typeof text === 'string' ? valueOf(text) : undefined) as Registry | undefined;
  return (registry?.services ?? []).flatMap(({ emergency: is, phone }) =>
    is && phone ? [`tel:${String(phone).replaceAll(' ', '')}`] : [],
  );
}

/**
 * @param textOf the text of a file
 * @param lang BCP-47 of the newest answer; '' before the first
 */
export function pageOf(overview: Overview, textOf: (path: string) => Text, lang: string): PageData {
  const language = overview.languages.find((one) => one.lang === lang);
  const english = textsIn(textOf(ENGLISH));
  const own = language ? textsIn(textOf(`content/${language.id}/ui.yaml`)) : {};
  const said = (key: string): string => {
    const one = own[key] ?? english[key] ?? '';
    return typeof one === 'string' ? one : (one.text ?? '');
  };
  return {
    lang: language?.lang ?? 'en-GB',
    texts: Object.fromEntries(WIDGET_TEXTS.map((key) => [key, said(key)])) as Texts,
    numbers: [],
    welcome: { messages: [], buttons: [] },
    locales: overview.languages,
    emergency: emergency(textOf(SERVICES)),
    exitUrl: '/',
    idleMs: NEVER,
    lifeMs: NEVER,
  };
}
