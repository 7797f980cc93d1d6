/** All that the editor's page begins with: GET /editor/api/desk. */
import { londonDay } from '../contacts/london.ts';
import { reviewBy } from '../content/release.ts';
import { TOPICS } from '../content/schema.ts';
import type { Files } from '../store/backend.ts';
import { type Desk, own } from '../store/desk.ts';
import type { Item, Me, Overview, ServiceLine } from './api.ts';
import { approvalsOf } from './approvals.ts';
import { changedSince } from './changed.ts';
import { remindersOf } from './reminders.ts';
import { type Call, filesOf, storeOf, type Tools } from './route.ts';
import type { Survey, SurveyedService } from './survey.ts';

/** The later of the day that stands in the words and the day on which somebody of the staff rang it. */
function rungOn({ id, rung }: SurveyedService, desk: Desk): string | null {
  const here = own(desk.rung, id);
  const day = here ? londonDay(here.at) : null;
  return rung !== null && (day === null || rung > day) ? rung : day;
}

function serviceLine(service: SurveyedService, desk: Desk): ServiceLine {
  const rung = rungOn(service, desk);
  const { id, name, phone, emergency, confidence } = service;
  const hidden = own(desk.hidden, id) ?? null;
  return { id, name, phone, emergency, confidence, hidden, rung, due: reviewBy({ ...service, rung }) };
}

const draftLines = (desk: Desk): Overview['drafts'] =>
  Object.values(desk.drafts)
    .map(({ files, ...draft }) => ({ ...draft, paths: Object.keys(files).sort() }))
    .sort((a, b) => b.changed - a.changed);

interface Live {
  readonly desk: Desk;
  readonly files: Files;
  readonly survey: Survey;
  /** Path -> since when. */
  readonly changed: ReadonlyMap<string, number>;
}

function itemsOf({ desk, files, survey, changed }: Live, drafts: Overview['drafts']): Item[] {
  const touching = (path: string) => drafts.filter(({ paths }) => paths.includes(path)).map(({ id }) => id);
  return survey.items.map((one) => ({
    ...one,
    approved: one.approved && approvalsOf(one.path, one.approved, files, desk),
    changed: changed.get(one.path) ?? 0,
    drafts: touching(one.path),
  }));
}

/** The thread ends when nobody has asked it for five minutes. */
const WARM_MS = 4 * 60_000;

/** @returns a handler; `local`: staff sign in by the three local links */
export function createOverview(local: boolean): (tools: Tools, call: Call) => Promise<Overview> {
  let last: { readonly key: string; readonly changed: ReadonlyMap<string, number> } | undefined;
  let warmed = 0;

  async function changedOf(tools: Tools, desk: Desk): Promise<ReadonlyMap<string, number>> {
    const key = JSON.stringify([desk.live, desk.history]);
    if (last?.key !== key) last = { key, changed: await changedSince(desk, tools.desk.filesOf) };
    return last.changed;
  }

  /** Who opens the page will soon type: the thread that checks it takes seconds to start. */
  function warm({ workbench }: Tools, live: string, at: number): void {
    if (at - warmed < WARM_MS) return;
    warmed = at;
    workbench.check({ base: live, files: {} }).catch(() => {});
  }

  return async (tools, { staff, csrf, at }) => {
    const desk = await storeOf(tools).read();
    warm(tools, desk.live, at);
    const files = await filesOf(tools, desk.live);
    const [survey, changed] = await Promise.all([tools.surveys.of(desk.live, files), changedOf(tools, desk)]);
    const me: Me = { person: staff.person, roles: staff.roles, csrf, local };
    const drafts = draftLines(desk);
    const items = itemsOf({ desk, files, survey, changed }, drafts);
    const services = survey.services.map((one) => serviceLine(one, desk));
    return {
      me,
      live: desk.live,
      history: desk.history,
      off: desk.off,
      hidden: desk.hidden,
      phrases: desk.phrases,
      drafts,
      items,
      services,
      reminders: remindersOf({
        me,
        desk,
        drafts,
        items,
        services,
        survey,
        shown: tools.shown(),
        today: londonDay(at),
      }),
      places: survey.places,
      languages: survey.languages,
      topics: TOPICS,
    };
  };
}
