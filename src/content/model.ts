/** The content as the rest of the product sees it: loaded once, linked, frozen. */

import { KNOWN_DIALOGS } from './known.ts';
import type { Block } from './markdown.ts';
import type {
  Audience,
  Channel,
  Command,
  Level,
  LocaleEntry,
  NewsHead,
  PageHead,
  PatternEntry,
  PlacesFile,
  ServiceEntry,
  Slots,
  Topic,
} from './schema.ts';
import { VARIANTS } from './schema.ts';
import type { UiKey } from './ui-keys.ts';

export { KNOWN_DIALOGS } from './known.ts';
export type {
  Audience,
  Band,
  Channel,
  Command,
  Hours,
  Level,
  LocaleEntry,
  PatternEntry,
  Slots,
  Topic,
  Variant,
} from './schema.ts';

export type DialogId = string;
export type StepId = string;
/** `dialog/step`: the one way a place in the dialogs is named, in sessions, replies and buttons. */
export type StepRef = `${DialogId}/${StepId}`;
export const dialogOf = (ref: StepRef): DialogId => ref.slice(0, ref.indexOf('/'));
export type ServiceId = string;
export type PlaceId = string;
export type AreaId = string;
export type { UiKey } from './ui-keys.ts';

/** A service, or a role that contacts turns into services by place and clock. */
export const ROLES = ['front-door'] as const;
export type Role = (typeof ROLES)[number];
export type ServiceRef = ServiceId | Role;

/** What a button does. */
export type Way =
  | { readonly kind: 'go'; readonly to: StepRef }
  | { readonly kind: 'hand-off'; readonly services: readonly ServiceRef[] }
  | { readonly kind: 'return' };

export interface Choice {
  readonly label: string;
  readonly also: readonly string[];
  readonly way: Way;
  /** What the conversation remembers from then on; `locale` is `en` or the id of a locale. */
  readonly set: Partial<Slots> & { readonly locale?: string };
}

/** A condition: every named value must be the conversation's. Empty: always. */
export type When = Partial<Slots> & { readonly level?: Level; readonly channel?: Channel };

/** The closed list of step kinds. engine/parts.ts has one handler for each, or it does not compile. */
export type Part =
  | { readonly kind: 'say'; readonly texts: readonly string[] }
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'hand-off'; readonly services: readonly ServiceRef[]; readonly words: readonly string[] }
  | { readonly kind: 'offer'; readonly choices: readonly Choice[] }
  | { readonly kind: 'branch'; readonly cases: readonly { readonly when: When; readonly go: StepRef }[] }
  | { readonly kind: 'go'; readonly to: StepRef }
  | { readonly kind: 'return' };
export type PartKind = Part['kind'];
export type PartOf<K extends PartKind> = Extract<Part, { kind: K }>;

/** The part of a kind: a step has at most one of each. */
export const findPart = <K extends PartKind>(parts: readonly Part[], kind: K): PartOf<K> | undefined =>
  parts.find((part): part is PartOf<K> => part.kind === kind);

export interface Step {
  readonly ref: StepRef;
  readonly parts: readonly Part[];
  /** The language of its words, where that is not the content's: it has not been translated. */
  readonly lang?: string;
}

export interface Dialog {
  readonly id: DialogId;
  readonly title: string;
  readonly for: readonly Audience[];
  readonly urgent: boolean;
  readonly answers: readonly Topic[];
  readonly asks: readonly string[];
  readonly start: StepRef;
}

export type Service = ServiceEntry;
export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  readonly area: AreaId;
  readonly also: readonly string[];
}
export type Area = PlacesFile['areas'][number];

/**
 * The site's pages that are written in content/pages, in the order of its menu. The address of each is its id, of
 * home the root.
 */
export const PAGES = [
  'home',
  'young-people',
  'what-is-it',
  'get-help',
  'parents',
  'missing',
  'professionals',
  'schools',
  'businesses',
  'community',
  'report-it',
  'about-this-chat',
  'cover-your-tracks',
  'leaving',
  'accessibility',
] as const;

/** A page of the site, and a piece of news: reviewed words in blocks. */
export type Page = PageHead & { readonly blocks: readonly Block[] };
/** Where a page stands: /get-help, /print/poster/taxi. */
export const addressOf = ({ id, print }: Pick<PageHead, 'id' | 'print'>): string => {
  if (print) return `/print/${id.replace('-', '/')}`;
  return id === 'home' ? '/' : `/${id}`;
};
export type News = NewsHead & { readonly blocks: readonly Block[] };

/** The words that risk looks for, as written in content/risk. */
export interface RiskWords {
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly patterns: readonly PatternEntry[];
  readonly words: Readonly<Record<string, string>>;
  readonly emoji: Readonly<Record<string, string>>;
  readonly idioms: readonly string[];
  /** Words that spelling repair leaves alone. */
  readonly realWords: ReadonlySet<string>;
}

export interface Content {
  /** First 12 hex digits of the SHA-256 of all content files. */
  readonly version: string;
  /** The language of these words: `en`, or the id of a locale. */
  readonly locale: string;
  /** BCP-47, for a lang attribute: en-GB, pl, en-GB-simple. Each language has another. */
  readonly lang: string;
  /** Every language a person may ask for, also those without words that may be shown. */
  readonly languages: readonly LocaleEntry[];
  /** The same content in other words, by id of the locale: ids, ways and steps are equal. */
  readonly locales: ReadonlyMap<string, Content>;
  /** Those of `locales` with words that nobody has approved: only outside production. */
  readonly drafts: ReadonlySet<string>;
  readonly dialogs: ReadonlyMap<DialogId, Dialog>;
  readonly steps: ReadonlyMap<StepRef, Step>;
  /** Short code -> the step it opens: what a link carries, so that an address tells nobody what it is about. */
  readonly codes: ReadonlyMap<string, StepRef>;
  readonly services: ReadonlyMap<ServiceId, Service>;
  readonly places: ReadonlyMap<PlaceId, Place>;
  readonly areas: ReadonlyMap<AreaId, Area>;
  readonly bankHolidays: ReadonlySet<string>;
  readonly calendarEnds: string;
  readonly doNotPublish: readonly string[];
  readonly ui: Readonly<Record<UiKey, string>>;
  readonly commands: Readonly<Record<Command, { readonly label: string; readonly also: readonly string[] }>>;
  readonly pages: ReadonlyMap<string, Page>;
  readonly news: readonly News[];
  readonly risk: RiskWords;
}

/** The area whose chat this is: taken when no place was named. */
export const HOME_AREA = 'wiltshire';

/** Services that the code itself cites: the last lines of defence, and what a refused picture leads to. */
export const KNOWN_SERVICES = {
  emergency: 'police-999',
  childline: 'childline',
  /** Stands in where a council cannot be rung, and is the adults' line by day and night. */
  police: 'police-101',
  reportRemove: 'report-remove',
} as const;

/** The steps that the urgent dialog must have: one for each variant, and one for who writes of a friend. */
export const URGENT_STEPS = [...VARIANTS, 'friend'] as const;

/** The step of the urgent dialog for a variant, or for a friend. */
export const urgentStep = (which: (typeof URGENT_STEPS)[number]): StepRef =>
  `${KNOWN_DIALOGS.urgent}/${which}`;
