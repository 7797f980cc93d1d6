/**
 * What the content files look like (zod), before any of their meaning is checked.
 * Loaded files of the wrong shape stop the load; load.ts adds the file and the line.
 */
import { z } from 'zod';
import { isDay, isSpan, isWebsite } from './facts.ts';

/** Who is being talked to. A dialog or a service lists those that it is for. */
export const AUDIENCES = ['young-person', 'parent', 'professional', 'business'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Where a talk is held: on pages of ours or of partners, or in Microsoft Teams, which keeps what is said there. */
export const CHANNELS = ['web', 'teams'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the conversation may remember about a person: closed lists only, never words. */
export const SLOTS = {
  audience: AUDIENCES,
  age: ['unknown', '16-17'],
  safe: ['unknown', 'yes', 'no', 'not-sure', 'cannot-say'],
} as const;
export type Slots = { -readonly [K in keyof typeof SLOTS]: (typeof SLOTS)[K][number] };

/** Levels of risk, lowest first. */
export const LEVELS = ['none', 'concern', 'urgent'] as const;
export type Level = (typeof LEVELS)[number];

/** Which urgent card fits. Each is a step of the dialog `immediate-danger`. */
export const VARIANTS = ['danger', 'suicide', 'hurt-now', 'assaulted', 'nowhere-safe', 'child-now'] as const;
export type Variant = (typeof VARIANTS)[number];

/** The topics every part of the product knows (deploy/architecture: one answer page each). */
export const TOPICS = [
  'what-is-cse',
  'grooming-signs',
  'online-contact',
  'sharing-images',
  'blackmail',
  'older-or-controlling-partner',
  'gifts-and-favours',
  'going-missing',
  'gangs-county-lines',
  'assault',
  'self-harm-suicide',
  'immediate-danger',
  'worried-about-friend',
  'parent-warning-signs',
  'parent-what-to-do',
  'talk-to-someone',
  'what-happens-if-i-tell',
  'privacy-of-this-chat',
  'not-my-fault',
  'consent-and-law',
  'lgbt',
  'boys-too',
  'disability-send',
  'report-a-concern',
  'professional-referral',
  'business-what-to-look-for',
  'other-problem',
  'greeting',
  'thanks-bye',
  'about-the-bot',
  'off-topic',
  'home-not-safe',
  'past-abuse',
  'child-missing',
  'in-care',
  'family-or-faith',
  'own-behaviour',
  'is-this-ok',
  'school-staff',
] as const;
export type Topic = (typeof TOPICS)[number];

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,48}$/, 'use small letters, numbers and hyphens, such as gifts-and-favours');
/** A step of the same dialog, the id of a dialog (its start), or dialog/step. */
const target = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,48}(\/[a-z][a-z0-9-]{0,48})?$/, 'choose a step or a dialog');
const day = z
  .string()
  .refine(isDay, { error: 'write a day that there is, between 2000 and 2100, as 2026-11-22' });
const text = z.string().trim().min(1, 'this text is empty');

/** Which role approved a text, and on which day. Empty until a real person has. */
const approvals = z.array(z.strictObject({ role: id, on: day }));

const slots = z
  .strictObject({
    audience: z.enum(SLOTS.audience),
    age: z.enum(SLOTS.age),
    safe: z.enum(SLOTS.safe),
    /** One of content/locales.yaml, or en. */
    locale: id,
  })
  .partial();

/** One button: what it says, what else people type for it, and what it does (exactly one of go, hand-off, return). */
const choice = z.strictObject({
  label: text,
  also: z.array(text).default([]),
  go: target.optional(),
  'hand-off': z.array(id).min(1).optional(),
  return: z.literal(true).optional(),
  set: slots.optional(),
});

const branchCase = z.strictObject({
  when: z
    .strictObject({
      audience: z.enum(SLOTS.audience),
      age: z.enum(SLOTS.age),
      safe: z.enum(SLOTS.safe),
      level: z.enum(LEVELS),
      channel: z.enum(CHANNELS),
    })
    .partial()
    .optional(),
  go: target,
});

/**
 * One step of a dialog. Its keys are its parts, and they run in this order: say, hand-off (with the words to
 * read out), ask, then one way on: offer (wait for the person), branch, go or return. A step with no way on
 * ends in the usual choices (back, menu, a person).
 */
const step = z.strictObject({
  say: z.array(text).min(1).optional(),
  ask: text.optional(),
  'hand-off': z.array(id).min(1).optional(),
  words: z.array(text).min(1).optional(),
  offer: z.array(choice).min(1).optional(),
  branch: z.array(branchCase).min(1).optional(),
  go: target.optional(),
  return: z.literal(true).optional(),
});

/** dialogs/*.yaml */
export const dialogFile = z.strictObject({
  version: z.literal(1),
  id,
  title: text,
  for: z.array(z.enum(AUDIENCES)).min(1),
  urgent: z.boolean().default(false),
  approved: approvals,
  answers: z.array(z.enum(TOPICS)).default([]),
  asks: z.array(text).default([]),
  start: id,
  steps: z.record(id, step),
});
export type DialogFile = z.infer<typeof dialogFile>;

const span = z.string().refine(isSpan, {
  error: 'write hours as "08:45-17:00": the end after the beginning, and no later than 24:00',
});
const DAY_KEYS = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
  'mon-thu',
  'mon-fri',
  'sat-sun',
  'every-day',
  'bank-holiday',
] as const;

/**
 * Opening hours in Europe/London. `always`: 24 hours. `unknown`: no source we trust, so none are printed.
 * Else day -> span; a day not named is closed; `bank-holiday` replaces that day's span (closed if not given).
 */
const hours = z.union([z.literal('always'), z.literal('unknown'), z.partialRecord(z.enum(DAY_KEYS), span)], {
  error: 'choose day and night, not known, or give hours for each day as "08:45-17:00"',
});
export type Hours = z.infer<typeof hours>;

/** A stretch of hours in which a service answers differently, such as standby from midnight. */
const band = z.strictObject({
  id,
  hours,
  says: text,
  only: z.enum(['immediate-risk']).optional(),
});
export type Band = z.infer<typeof band>;

/** content/services.yaml: the only place a number, text code or web address may stand. */
export const serviceEntry = z.strictObject({
  id,
  name: text,
  short: text.optional(),
  says: text,
  phone: z
    .string()
    .regex(/^[0-9][0-9 ]{1,14}$/, 'write a phone number with digits and spaces only')
    .optional(),
  text: z
    .strictObject({
      to: z.string().regex(/^[0-9 ]{3,14}$/, 'write a text number with digits and spaces only'),
      word: z
        .string()
        .regex(/^[A-Z]{2,12}$/, 'write the word in capital letters, 2 to 12 of them')
        .optional(),
    })
    .optional(),
  web: z
    .string()
    .refine(isWebsite, { error: 'write a web address as https://www.example.org, with its plain name' })
    .optional(),
  hours,
  bands: z.array(band).default([]),
  otherwise: id.optional(),
  area: id.default('uk'),
  for: z.array(z.enum(AUDIENCES)).min(1),
  ages: z.union([
    z.literal('all'),
    z.strictObject({
      from: z.number().int().min(0).max(99).optional(),
      to: z.number().int().min(0).max(99).optional(),
    }),
  ]),
  emergency: z.boolean().default(false),
  cost: z.strictObject({ free: z.boolean(), 'may-show-on-bill': z.boolean(), note: text.optional() }),
  anonymous: z.enum(['yes', 'no', 'ask']),
  silent: z.array(text).optional(),
  'what-happens': z.array(text).default([]),
  confidence: z.enum(['high', 'medium']),
  'hours-confidence': z.enum(['high', 'medium', 'low', 'unverified']).default('high'),
  seen: day,
  rung: day.nullable(),
  'review-every-days': z.number().int().min(1).max(366),
  sources: z.array(z.strictObject({ address: text, date: text })).min(1),
});
export type ServiceEntry = z.infer<typeof serviceEntry>;
export const servicesFile = z.strictObject({
  version: z.literal(1),
  services: z.array(serviceEntry).min(1),
  'do-not-publish': z.array(z.strictObject({ number: text, why: text })),
});

/** content/places.yaml: which authority answers for a place; `front-door` ids, first the one to ring. */
export const placesFile = z.strictObject({
  version: z.literal(1),
  areas: z.array(z.strictObject({ id, name: text, 'front-door': z.array(id) })).min(1),
  places: z.array(z.strictObject({ id, name: text, area: id, also: z.array(text).default([]) })).min(1),
});
export type PlacesFile = z.infer<typeof placesFile>;

/** content/calendar.yaml */
export const calendarFile = z.strictObject({
  version: z.literal(1),
  source: text,
  ends: day,
  'bank-holidays': z.array(z.strictObject({ on: day, name: text })).min(1),
});
export type CalendarFile = z.infer<typeof calendarFile>;

/** content/ui.yaml: every sentence of the interface and the words that act as commands. */
export const COMMANDS = ['help', 'back', 'start-again', 'menu', 'delete-this', 'numbers'] as const;
export type Command = (typeof COMMANDS)[number];
export const uiFile = z.strictObject({
  version: z.literal(1),
  approved: approvals,
  texts: z.record(id, text),
  commands: z.record(z.enum(COMMANDS), z.strictObject({ label: text, also: z.array(text) })),
});
export type UiFile = z.infer<typeof uiFile>;

const example = z.strictObject({ hit: z.array(text).min(1), miss: z.array(text).min(1) });

/** content/glossary.yaml: short forms that may be used, and words that do harm, with what to say instead. */
const instead = z.array(z.strictObject({ not: text, say: text }));
export const glossaryFile = z.strictObject({
  version: z.literal(1),
  approved: approvals,
  acronyms: z.array(z.strictObject({ short: text, full: text, plain: text })),
  everyday: z.array(text),
  blame: instead,
  promises: instead,
  unsafe: instead,
  spelling: z.array(text),
});
export type Glossary = z.infer<typeof glossaryFile>;

/** content/locales.yaml: the languages, and the easier English, that texts may be shown in beside English. */
export const localesFile = z.strictObject({
  version: z.literal(1),
  locales: z.array(
    z.strictObject({
      id,
      /** In its own words, as a button shows it. */
      name: text,
      /** BCP-47, for lang attributes; `simple` is its subtag for easier words. Each has another. */
      lang: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?(-simple)?$/, 'write it as pl, en-GB or en-GB-simple'),
      direction: z.enum(['ltr', 'rtl']).default('ltr'),
      /** What people type to change to it. */
      also: z.array(text).default([]),
      /** English words that mean something else in it, in small letters: never taken for a button there. */
      'false-friends': z.array(text).default([]),
    }),
  ),
});
export type LocaleEntry = z.infer<typeof localesFile>['locales'][number];

/** First 8 hex digits of the hash of the English that a translation was made from (locale/stamp.ts). */
const from = z
  .string()
  .regex(
    /^([0-9a-f]{8})?$/,
    'press "It fits the English now", or write the 8 digits and letters that the check names',
  )
  .default('');

/** One bubble of an overlay; easy read puts a symbol beside each idea. */
const bubble = z.union([
  text,
  z.strictObject({ symbol: z.string().regex(/^\p{Extended_Pictographic}/u, 'use one emoji'), text }),
]);

const stepWords = z.strictObject({
  from,
  say: z.array(bubble).min(1).optional(),
  ask: bubble.optional(),
  words: z.array(text).min(1).optional(),
  offer: z.array(z.strictObject({ label: text, also: z.array(text).default([]) })).optional(),
});

/** content/<locale>/dialogs/*.yaml: the words of one dialog in another language, or in easier English. */
export const dialogWords = z.strictObject({
  version: z.literal(1),
  of: id,
  approved: approvals,
  title: z.strictObject({ from, text }).optional(),
  steps: z.record(id, stepWords),
});
export type DialogWords = z.infer<typeof dialogWords>;

/** content/<locale>/ui.yaml */
export const uiWords = z.strictObject({
  version: z.literal(1),
  approved: approvals,
  texts: z.record(id, z.strictObject({ from, text })),
  commands: z
    .partialRecord(z.enum(COMMANDS), z.strictObject({ label: text, also: z.array(text) }))
    .default({}),
});
export type UiWords = z.infer<typeof uiWords>;

/** content/<locale>/services.yaml: what is said of a service; `names` holds the facts' own texts in order. */
export const serviceWords = z.strictObject({
  version: z.literal(1),
  approved: approvals,
  services: z.record(
    id,
    z.strictObject({
      from,
      name: text.optional(),
      short: text.optional(),
      says: text,
      silent: z.array(text).optional(),
      'what-happens': z.array(text).optional(),
      bands: z.record(id, text).optional(),
      note: text.optional(),
    }),
  ),
});
export type ServiceWords = z.infer<typeof serviceWords>;

/** The head of content/pages/*.md. */
export const pageHead = z.strictObject({
  version: z.literal(1),
  id,
  title: text,
  /** In the browser's tab and history instead of the title, where that would tell too much. */
  tab: text.optional(),
  for: z.array(z.enum(AUDIENCES)).min(1),
  /** A long page begins with a list of its headings. */
  contents: z.boolean().optional(),
  /** To be printed: five cards on a sheet, or a poster for a wall. */
  print: z.enum(['card', 'poster']).optional(),
  approved: approvals,
});
export type PageHead = z.infer<typeof pageHead>;

/** The head of content/news/*.md: shown from `from` to `until`, both days included. */
export const newsHead = z.strictObject({
  version: z.literal(1),
  id,
  title: text,
  kind: z.enum(['news', 'event']),
  /** The day of an event. */
  on: day.optional(),
  from: day,
  until: day,
  approved: approvals,
  /** Where the news was read; the page shows no address. */
  source: text,
});
export type NewsHead = z.infer<typeof newsHead>;

/** content/risk/concepts.yaml: a name for a group of words and phrases that mean the same to us. */
export const conceptsFile = z.strictObject({
  version: z.literal(1),
  concepts: z.record(id, z.array(text).min(1)),
});

/**
 * content/risk/patterns-*.yaml. A pattern fires when every line of `all` is found in the same clause
 * (`within: message`: anywhere), in any order, and no line of `unless` is. How a line is written: risk/pattern.ts.
 */
export const patternEntry = z.strictObject({
  id,
  level: z.enum(LEVELS),
  variant: z.enum(VARIANTS).optional(),
  topic: z.enum(TOPICS),
  /** The dialog that answers, where it is not the topic's own. */
  answer: id.optional(),
  about: z.enum(['self', 'friend', 'own-child', 'child-through-work', 'nobody']).optional(),
  within: z.enum(['clause', 'message']).default('clause'),
  /** Of what is not English, such as pl: no English word is mended to one of its words. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'write the two letters of the language, such as pl')
    .optional(),
  all: z.array(text).min(1),
  unless: z.array(text).default([]),
  examples: example,
});
export type PatternEntry = z.infer<typeof patternEntry>;
export const patternsFile = z.strictObject({ version: z.literal(1), patterns: z.array(patternEntry) });

/** content/risk/dictionary.yaml: how people type -> the words we read. */
export const dictionaryFile = z.strictObject({
  version: z.literal(1),
  words: z.record(z.string(), text),
  emoji: z.record(z.string(), text),
  idioms: z.array(text),
});
