/** Services as their file says them, for the form: what is left out there stands for its default. */
import type { Hours, ServiceEntry } from '../../../content/schema.ts';
import { inWords } from '../kit/names.ts';
import type { DeepPartial } from '../kit/partial.ts';

export const SERVICES = 'content/services.yaml';

/** A file that is being written may lack anything. */
export type Entry = DeepPartial<Omit<ServiceEntry, 'hours' | 'bands'>> & {
  readonly hours?: Hours;
  readonly bands?: readonly {
    readonly id?: string;
    readonly hours?: Hours;
    readonly says?: string;
    readonly only?: string;
  }[];
};
export interface Registry {
  readonly services?: readonly Entry[];
}

/** Order of the keys in the file: a new one goes to its place. */
export const ORDER = [
  'id',
  'name',
  'short',
  'says',
  'phone',
  'text',
  'web',
  'hours',
  'bands',
  'otherwise',
  'area',
  'for',
  'ages',
  'emergency',
  'cost',
  'anonymous',
  'silent',
  'what-happens',
  'confidence',
  'hours-confidence',
  'seen',
  'rung',
  'review-every-days',
  'sources',
] as const;

export const DAY_NAMES: Readonly<Record<string, string>> = {
  'mon-fri': 'Monday to Friday',
  'mon-thu': 'Monday to Thursday',
  'sat-sun': 'Saturday and Sunday',
  'every-day': 'Every day',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  'bank-holiday': 'Bank holidays',
};

/** Hours in one line. */
export function hoursInWords(hours: Hours | undefined): string {
  if (hours === undefined || hours === 'unknown') return 'Hours not known';
  if (hours === 'always') return 'Day and night';
  return Object.entries(hours)
    .map(([day, span]) => `${DAY_NAMES[day] ?? day} ${String(span).replace('-', ' to ')}`)
    .join(', ');
}

/** Nobody can be rung or written to there. */
export const onlyWebsite = ({ phone, text, web }: Entry): boolean => !phone && !text?.to && Boolean(web);

/** How many sources say the same of a service, in words for badges. Whether anybody has rung it is another matter. */
export const SOURCED = { high: 'Well sourced', medium: 'Fairly well sourced' } as const;

/** Where it answers for, by its id. */
export const areaInWords = (area = 'uk'): string => (area === 'uk' ? 'The whole country' : inWords(area));

/** A new service as it begins: nothing is claimed of it that nobody has looked up. */
export const newService = (id: string, name: string, day: string): Record<string, unknown> => ({
  id,
  name,
  says: '',
  hours: 'unknown',
  area: 'uk',
  for: ['parent', 'professional'],
  ages: 'all',
  cost: { free: false, 'may-show-on-bill': true },
  anonymous: 'ask',
  'what-happens': [],
  confidence: 'medium',
  'hours-confidence': 'unverified',
  seen: day,
  rung: null,
  'review-every-days': 90,
  sources: [{ address: '', date: '' }],
});
