/** Services and places. */
import { AUDIENCES } from '../../../src/content/schema.ts';
import type { Draft, Edit, Places, Services } from './draft.ts';

const HOURS = ['always', 'unknown', { 'mon-fri': '09:00-17:00' }, { 'every-day': '18:00-02:00' }] as const;

const KNOWN = ['police-999', 'childline', 'police-101', 'wilts-mash', 'wilts-out-of-hours', 'report-remove'];

function withService(draft: Draft, change: (service: Services['services'][number]) => string): string {
  draft.services = structuredClone(draft.services);
  const { random, services } = draft;
  const known = services.services.filter(({ id }) => KNOWN.includes(id));
  const service = random.of(random.is(0.6) && known.length > 0 ? known : services.services);
  return `${service.id}: ${change(service)}`;
}

export const SERVICES: Edit[] = [
  (draft) =>
    withService(draft, (service) => {
      service.for = AUDIENCES.filter(() => draft.random.is(0.5));
      return `for ${service.for}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service.hours = structuredClone(draft.random.of(HOURS));
      return `hours ${JSON.stringify(service.hours)}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service['hours-confidence'] = draft.random.of(['high', 'medium', 'low', 'unverified']);
      return `hours are ${service['hours-confidence']}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service.area = draft.random.of(['uk', ...draft.places.areas.map(({ id }) => id)]);
      return `in ${service.area}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      if (draft.random.is(0.3)) delete service.otherwise;
      else service.otherwise = draft.random.of(draft.services.services).id;
      return `otherwise ${service.otherwise}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      delete service[draft.random.of(['phone', 'text', 'web'] as const)];
      return `phone ${service.phone !== undefined}, text ${service.text !== undefined}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      delete service.phone;
      service.web = 'https://example.org';
      return 'a page instead of a phone';
    }),
  (draft) =>
    withService(draft, (service) => {
      service.emergency = !service.emergency;
      return `emergency ${service.emergency}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service.ages = draft.random.of(['all', { from: 17 }, { from: 16 }, { to: 12 }]);
      return `ages ${JSON.stringify(service.ages)}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      draft.services.services = draft.services.services.filter((one) => one !== service);
      return 'taken out';
    }),
];

function withArea(draft: Draft, change: (area: Places['areas'][number]) => string): string {
  draft.places = structuredClone(draft.places);
  const { random, places } = draft;
  const area = random.is(0.5) ? places.areas.find(({ id }) => id === 'wiltshire') : random.of(places.areas);
  return area ? `${area.id}: ${change(area)}` : '';
}

export const PLACES: Edit[] = [
  (draft) =>
    withArea(draft, (area) => {
      area['front-door'] = draft.random.is(0.3) ? [] : [draft.random.of(draft.services.services).id];
      return `front door ${area['front-door']}`;
    }),
  (draft) =>
    withArea(draft, (area) => {
      draft.places.areas = draft.places.areas.filter((one) => one !== area);
      return 'taken out';
    }),
  (draft) => {
    draft.places = structuredClone(draft.places);
    const place = draft.random.of(draft.places.places);
    place.area = draft.random.of(draft.places.areas).id;
    return `${place.id} is in ${place.area}`;
  },
];
