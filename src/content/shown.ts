/** What staff decide beside the words: which services are not shown, and when a number was rung. */
import { freeze } from './freeze.ts';
import type { Content, Service, ServiceId } from './model.ts';

export interface Standing {
  /** Services whose number somebody found wrong. */
  readonly hidden: ReadonlySet<ServiceId>;
  /** The day (2026-11-22) on which a person rang a service, where it is later than the registry says. */
  readonly rung: ReadonlyMap<ServiceId, string>;
}

const stands = (service: Service, { rung }: Standing): Service => {
  const day = rung.get(service.id);
  return day !== undefined && day > (service.rung ?? '') ? { ...service, rung: day } : service;
};

const digits = (number: string | undefined): string[] => (number ? [number.replace(/\D/g, '')] : []);
/** The digits of all that can be rung or texted. */
export const numbersOf = ({ phone, text }: Service): string[] => [...digits(phone), ...digits(text?.to)];

/** The numbers of hidden services: a wrong number is as wrong under another name. */
function wrongNumbers({ services }: Content, { hidden }: Standing): ReadonlySet<string> {
  const known = [...hidden].flatMap((id) => services.get(id) ?? []);
  return new Set(known.filter(({ emergency }) => !emergency).flatMap(numbersOf));
}

/**
 * The same of every language. An emergency service is always shown: nothing could stand in for it. Whatever has the
 * number of a hidden service is hidden too.
 */
export function asStanding(content: Content, standing: Standing): Content {
  if (standing.hidden.size === 0 && standing.rung.size === 0) return content;
  const wrong = wrongNumbers(content, standing);
  const isHidden = (service: Service): boolean =>
    !service.emergency &&
    (standing.hidden.has(service.id) || numbersOf(service).some((number) => wrong.has(number)));
  const services = new Map(
    [...content.services].flatMap(([id, service]): [ServiceId, Service][] =>
      isHidden(service) ? [] : [[id, stands(service, standing)]],
    ),
  );
  const locales = new Map([...content.locales].map(([id, said]) => [id, asStanding(said, standing)]));
  return freeze({ ...content, services, locales });
}
