/** What staff do, from the first word to the roll-back, wherever it is kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type Place, type Rig, rig } from './rig.ts';
import { withSentence } from './texts.ts';

export function flows(name: string, makePlace: () => Promise<Place>): void {
  describe(name, () => {
    let place: Place;
    let at: Rig;
    let editor: Person;
    let approver: Person;
    let lead: Person;
    beforeAll(async () => {
      place = await makePlace();
      at = await rig(place);
      [editor, approver, lead] = await at.signInAll();
    });
    afterAll(async () => {
      await at.stop();
      await place.clear();
    });
    const live = async (): Promise<string> => (await editor.get('/desk')).body.live;
    const did = async (): Promise<string[]> =>
      (await lead.get('/trail')).body.entries.map((one: { did: string }) => one.did);

    it('begins with all that the page needs, fast the second time', async () => {
      const { status, body } = await editor.get('/desk');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        live: 'shipped',
        off: null,
        drafts: [],
        me: { roles: ['editor'], local: true },
      });
      expect(body.items.find((one: { path: string }) => one.path === 'dialogs/menu.yaml')).toMatchObject({
        kind: 'dialog',
        id: 'menu',
        approved: [],
        changed: 0,
      });
      const gate = body.reminders.filter((one: { kind: string }) => one.kind === 'gate');
      expect(gate.length).toBeGreaterThan(5);
      expect(body.reminders.filter((one: { kind: string }) => one.kind === 'approval').length).toBeLessThan(
        8,
      );
      const started = performance.now();
      await editor.get('/desk');
      expect(performance.now() - started).toBeLessThan(1_000);
    });

    it('a sentence is saved, conflicts, is agreed to, published, and taken back', async () => {
      const { path, files } = await withSentence(editor, 'shipped', 'A gift is nice.');
      const body = { title: 'Kinder words', base: 'shipped', files, revision: 0 };
      const saved = await editor.put('/drafts/kinder', body);
      expect([saved.status, saved.body]).toMatchObject([
        200,
        { revision: 1, stage: 'draft', base: 'shipped' },
      ]);
      const late = await editor.put('/drafts/kinder', { ...body, revision: 7 });
      expect([late.status, late.body.error.theirs.revision]).toEqual([409, 1]);

      expect((await approver.post('/drafts/kinder/approve', { revision: 1 })).status).toBe(409);
      expect((await editor.post('/drafts/kinder/ask', { revision: 1 })).status).toBe(200);
      expect((await approver.get('/desk')).body.reminders[0]).toMatchObject({
        kind: 'asked',
        draft: 'kinder',
      });
      expect((await approver.post('/drafts/kinder/publish', { revision: 1 })).status).toBe(409);
      const before = await approver.get('/drafts/kinder');
      expect(before.body).toMatchObject({ weight: 'second', draft: { id: 'kinder' } });
      expect(before.body.missing).toHaveLength(1);
      expect((await approver.post('/drafts/kinder/approve', { revision: 1 })).status).toBe(200);
      expect((await approver.get('/drafts/kinder')).body.missing).toEqual([]);
      const published = await approver.post('/drafts/kinder/publish', { revision: 1 });
      expect(published.status, JSON.stringify(published.body)).toBe(200);
      expect(await live()).toBe(published.body.live);
      const now = await editor.get(`/file?version=${published.body.live}&path=${path}`);
      expect(now.body.text).toContain('A gift is nice.');
      expect((await editor.get('/drafts/kinder')).status).toBe(404);
      const { items } = (await editor.get('/desk')).body;
      expect(items.filter((one: { changed: number }) => one.changed > 0)).toMatchObject([{ path }]);
      const words = await editor.get(`/diff?from=shipped&to=${published.body.live}`);
      expect(JSON.stringify(words.body)).toContain('A gift is nice.');

      const back = { version: 'shipped', why: 'the old words were better' };
      expect((await editor.post('/roll-back', back)).status).toBe(403);
      expect((await approver.post('/roll-back', back)).body).toEqual({ live: 'shipped' });
      expect(await live()).toBe('shipped');
      expect((await approver.post('/roll-back', back)).status).toBe(409);
    });

    it('a draft with a mistake is saved, and neither asked for nor published', async () => {
      const { files } = await withSentence(editor, 'shipped', 'Ring 01632 960 001, it was your own fault.');
      await editor.put('/drafts/wrong', { title: 'Wrong', base: 'shipped', files, revision: 0 });
      const checked = await editor.post('/check', { base: 'shipped', files });
      expect(
        checked.body.problems.filter((one: { grade: string }) => one.grade === 'error').length,
      ).toBeGreaterThan(0);
      const early = await editor.post('/drafts/wrong/ask', { revision: 1 });
      expect([early.status, early.body.error.code]).toEqual([422, 'mend-first']);
      // Even one that all had agreed to.
      const { person } = (await approver.get('/desk')).body.me;
      await at.desk.store()?.change((desk) => {
        const draft = desk.drafts.wrong;
        if (draft) draft.approvals = [{ by: person, role: 'approver', revision: 1, at: at.at }];
      });
      const refused = await approver.post('/drafts/wrong/publish', { revision: 1 });
      expect([refused.status, refused.body.error.code]).toEqual([422, 'has-problems']);
      expect(refused.body.error.problems.length).toBeGreaterThan(0);
      expect(await live()).toBe('shipped');
      expect((await editor.post('/drafts/wrong/drop', { revision: 1 })).status).toBe(200);
    });

    it('a number changes by two, the safeguarding lead among them; taking back hides it until two show it', async () => {
      const path = 'content/services.yaml';
      const { text } = (await editor.get(`/file?version=shipped&path=${path}`)).body;
      const changed = text.replace('phone: "0800 1111"', 'phone: "0808 157 0000"');
      expect(changed).not.toBe(text);
      const draft = { title: 'Number', base: 'shipped', files: { [path]: changed }, revision: 0 };
      await editor.put('/drafts/number', draft);
      await editor.post('/drafts/number/ask', { revision: 1 });
      await approver.post('/drafts/number/approve', { revision: 1 });
      const alone = await approver.post('/drafts/number/publish', { revision: 1 });
      expect([alone.status, alone.body.error.code]).toEqual([409, 'needs-lead']);
      await lead.post('/drafts/number/approve', { revision: 1 });
      const published = await lead.post('/drafts/number/publish', { revision: 1 });
      expect(published.status, JSON.stringify(published.body)).toBe(200);
      await lead.post('/roll-back', { version: 'shipped', why: 'it was wrong after all' });
      const { hidden } = (await editor.get('/desk')).body;
      expect(hidden).toMatchObject({
        childline: { why: 'the number differs after a roll-back', askedBack: null },
      });
      await editor.post('/services/ask-back', { service: 'childline' });
      expect((await lead.post('/services/show', { service: 'childline' })).status).toBe(200);
    });

    it('one hides a number with a reason; two bring it back; 999 never goes', async () => {
      const service = 'childline';
      expect((await editor.post('/services/hide', { service, why: '' })).status).toBe(422);
      expect((await editor.post('/services/hide', { service: 'nobody', why: 'wrong' })).status).toBe(404);
      const never = await editor.post('/services/hide', { service: 'police-999', why: 'wrong' });
      expect([never.status, never.body.error.code]).toEqual([422, 'emergency-stays']);
      expect((await editor.post('/services/hide', { service, why: 'nobody answers' })).status).toBe(200);
      const { services, reminders } = (await lead.get('/desk')).body;
      expect(services.find((one: { id: string }) => one.id === service).hidden.why).toBe('nobody answers');
      expect(reminders.some((one: { kind: string }) => one.kind === 'hidden')).toBe(true);
      expect((await lead.post('/services/show', { service })).body.error.code).toBe('not-asked-back');
      await approver.post('/services/ask-back', { service });
      expect((await approver.post('/services/show', { service })).body.error.code).toBe('own-request');
      expect((await editor.post('/services/show', { service })).status).toBe(403);
      expect((await lead.post('/services/show', { service })).status).toBe(200);
      expect((await lead.post('/services/show', { service })).body.error.code).toBe('not-hidden');
    });

    it('"I rang it today" is a day in London', async () => {
      expect((await editor.post('/services/rung', { service: 'childline' })).status).toBe(200);
      const { services } = (await editor.get('/desk')).body;
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(at.at);
      expect(services.find((one: { id: string }) => one.id === 'childline').rung).toBe(day);
    });

    it('one switches off, an approver or the lead switches on', async () => {
      expect((await editor.post('/off', { why: 'it says something wrong' })).status).toBe(200);
      expect((await editor.post('/off', { why: 'again' })).body.error.code).toBe('already-off');
      expect((await editor.get('/desk')).body.off.why).toBe('it says something wrong');
      expect((await editor.post('/on', { why: 'mended' })).status).toBe(403);
      expect((await approver.post('/on', { why: 'mended' })).status).toBe(200);
      expect((await editor.get('/desk')).body.off).toBeNull();
    });

    it('a sentence is kept, and taken out with a reason', async () => {
      const text = 'he gives me presents';
      await editor.post('/phrases', { text, level: 'concern', topic: 'gifts-and-favours' });
      for (const level of ['none', 'urgent']) {
        const changed = await editor.post('/phrases', { text, level, topic: null });
        expect([changed.status, changed.body.error.code]).toEqual([403, 'not-your-role']);
      }
      const again = { text, level: 'concern', topic: 'gifts-and-favours' };
      expect((await editor.post('/phrases', again)).status).toBe(200);
      expect((await lead.post('/phrases', { text, level: 'urgent', topic: null })).status).toBe(200);
      expect((await editor.get('/desk')).body.phrases).toMatchObject([{ text, level: 'urgent' }]);
      const { entries } = (await lead.get('/trail')).body;
      expect(entries.at(-1)).toMatchObject({
        did: 'phrase',
        role: 'safeguarding-lead',
        about: { level: 'urgent', before: 'concern', sentence: expect.stringMatching(/^[0-9a-f]{12}$/) },
      });
      expect(JSON.stringify(entries)).not.toContain(text);
      expect((await editor.post('/phrases/drop', { text, why: 'not needed' })).status).toBe(403);
      expect((await lead.post('/phrases/drop', { text, why: 'not needed' })).status).toBe(200);
      expect((await lead.post('/phrases/drop', { text, why: 'not needed' })).status).toBe(404);
    });

    it('sends a draft back with what should be other; whoever asks again begins anew', async () => {
      const { files } = await withSentence(editor, 'shipped', 'A gift can be nice.');
      await editor.put('/drafts/back', { title: 'Back', base: 'shipped', files, revision: 0 });
      const back = { revision: 1, why: 'too long' };
      expect((await approver.post('/drafts/back/send-back', back)).body.error.code).toBe('not-asked');
      await editor.post('/drafts/back/ask', { revision: 1 });
      expect((await editor.post('/drafts/back/send-back', back)).status).toBe(403);
      await approver.post('/drafts/back/approve', { revision: 1 });
      const sent = await lead.post('/drafts/back/send-back', back);
      expect(sent.body).toMatchObject({ stage: 'draft', approvals: [], note: { why: 'too long' } });
      expect((await editor.post('/drafts/back/ask', { revision: 1 })).body.note).toBeNull();
      expect((await editor.post('/drafts/back/drop', { revision: 1 })).status).toBe(200);
    });

    it('tells an open page that something is other, and finds where words stand', async () => {
      const mark = async (): Promise<string> => (await approver.get('/pulse')).body.mark;
      const before = await mark();
      expect(await mark()).toBe(before);
      await editor.post('/off', { why: 'a trial' });
      expect(await mark()).not.toBe(before);
      await lead.post('/on', { why: 'a trial' });
      const { found } = (await editor.get('/search?words=you%20never%20owe%20anyone')).body;
      expect(found).toEqual([
        {
          path: 'content/en-easy/dialogs/gifts-and-favours.yaml',
          title: 'Someone gives me things',
          line: 'You never owe anyone your body or a picture.',
        },
        {
          path: 'dialogs/gifts-and-favours.yaml',
          title: 'Someone gives me things',
          line: "You never owe anyone your body or a picture. You don't owe them a favour.",
        },
      ]);
      expect((await editor.get('/search?words=x')).status).toBe(422);
    });

    it('one person hides a number, not all; and never the last one that answers day and night', async () => {
      const { services } = (await editor.get('/desk')).body as {
        services: { id: string; emergency: boolean; hidden: object | null }[];
      };
      const others = services.filter((one) => !one.emergency && !one.hidden && one.id !== 'childline');
      const hide = async (who: Person, service: string) =>
        (await who.post('/services/hide', { service, why: 'a trial' })).body.error?.code ?? 'hidden';
      const alone: string[] = [];
      for (const { id } of others.slice(0, 6)) alone.push(await hide(editor, id));
      expect(alone.at(-1)).toBe('many-hidden');
      const led = new Set<string>();
      for (const { id } of others) led.add(await hide(lead, id));
      expect([...led]).toEqual(['hidden']);
      expect(await hide(approver, 'childline')).toBe('last-line');
      expect(await hide(lead, 'childline')).toBe('hidden');
    });

    it('what was taken back only the lead puts up again', async () => {
      const left = (await editor.get('/desk')).body.history.find(
        (one: { takenBack?: true }) => one.takenBack,
      );
      expect(left).toBeDefined();
      const again = { version: left.version, why: 'again' };
      expect((await approver.post('/roll-back', again)).body.error.code).toBe('was-taken-back');
      expect((await lead.post('/roll-back', again)).status).toBe(200);
    });

    it('asks the workbench', async () => {
      const draft = { base: 'shipped', files: {} };
      const would = await editor.post('/would-say', { draft, text: 'someone keeps giving me stuff' });
      expect(would.body.live.level).toBe(would.body.draft.level);
      const said = { event: 'start' };
      const preview = await editor.post('/preview', { draft, at: at.at, place: null, session: null, said });
      expect(preview.body.activities.length).toBeGreaterThan(0);
      const map = await editor.post('/map', { draft, dialog: 'menu' });
      expect(map.body.panel).toBeDefined();
      const unknown = await editor.post('/check', { base: 'f'.repeat(64), files: {} });
      expect(unknown.status).toBe(404);
    });

    it('has all of it in a trail that holds, and whose end is in the log', async () => {
      const deeds = await did();
      for (const deed of [
        'sign-in',
        'save',
        'ask',
        'approve',
        'publish',
        'drop',
        'hide',
        'ask-back',
        'show',
        'off',
        'on',
      ])
        expect(deeds, deed).toContain(deed);
      for (const deed of ['roll-back', 'rung', 'phrase', 'phrase-gone']) expect(deeds, deed).toContain(deed);
      const { body } = await editor.get('/trail');
      expect(body.faults).toEqual([]);
      const last = body.entries.at(-1);
      expect(at.log.some((line) => line.includes(`"n":${last.n},"seal":"${last.seal}"`))).toBe(true);
      expect(JSON.stringify(body.entries)).not.toContain('he gives me presents');
    });
  });
}
