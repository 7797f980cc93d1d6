/** Sentences of content/ui.yaml with their gaps filled, and the actions made with them. */
import type { Content, Service, UiKey } from '../content/model.ts';
import type { Action } from '../wire.ts';

/**
 * A sentence of the interface with `{name}` replaced by its value. An unknown gap stays as it is. A missing
 * key gives '': a card without one of its sentences still helps, and no card helps nobody. The content check
 * finds missing keys.
 */
export function sentence(
  content: Content,
  key: UiKey,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = Object.hasOwn(content.ui, key) ? (content.ui[key] ?? '') : '';
  return text.replace(/\{([a-z-]+)\}/g, (gap, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? gap) : gap,
  );
}

const digits = (number: string): string => number.replaceAll(' ', '');

/** A link that rings a number; with `name` where the service is not named beside it. */
export function callAction(content: Content, number: string, name?: string): Action {
  const label = name
    ? sentence(content, 'call-named', { name, number })
    : sentence(content, 'call', { number });
  return {
    kind: 'call',
    label: label || number,
    href: `tel:${digits(number)}`,
  };
}

/**
 * Every way to reach a service: ring, text, open. A text to an emergency service is never offered, whatever
 * the registry says: one sent from an unregistered phone does not arrive (facts, section 1, emergencySMS).
 */
export function actionsOf(content: Content, service: Service): Action[] {
  const actions: Action[] = [];
  if (service.phone) actions.push(callAction(content, service.phone));
  if (service.text && !service.emergency && !['999', '112'].includes(digits(service.text.to))) {
    const { to: number, word } = service.text;
    const label = word
      ? sentence(content, 'text-word', { word, number })
      : sentence(content, 'text', { number });
    const body = word ? `?body=${word}` : '';
    actions.push({ kind: 'text', label: label || number, href: `sms:${digits(number)}${body}` });
  }
  if (service.web) {
    const name = service.short ?? service.name;
    actions.push({ kind: 'open', label: sentence(content, 'open', { name }) || name, href: service.web });
  }
  return actions;
}
