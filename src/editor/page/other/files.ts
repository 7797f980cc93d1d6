/** What the files of "Other words" say, as a draft may hold them: anything may be missing still. */
import type {
  CalendarFile,
  Glossary as GlossaryFile,
  PlacesFile,
  UiFile,
  UiWords as UiWordsFile,
} from '../../../content/schema.ts';
import type { DeepPartial } from '../kit/partial.ts';

export const UI = 'content/ui.yaml';
export const CALENDAR = 'content/calendar.yaml';
export const GLOSSARY = 'content/glossary.yaml';
export const PLACES = 'content/places.yaml';

export type Ui = DeepPartial<UiFile>;
export type UiWords = DeepPartial<UiWordsFile>;
export type Calendar = DeepPartial<CalendarFile>;
export type Glossary = DeepPartial<GlossaryFile>;
export type Places = DeepPartial<PlacesFile>;

/** The words of the chat in another language. */
export const uiIn = (language: string): string => `content/${language}/ui.yaml`;
export const FRESH_UI = 'version: 1\napproved: []\ntexts: {}\n';
/** What a draft is called that is begun here. */
export const TITLE = 'Change to other words';
