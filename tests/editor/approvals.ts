/** Whole texts are approved as they are live, by those who may; other words lose it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type Place, type Rig, rig } from './rig.ts';
import { withSentence } from './texts.ts';

const PATH = 'dialogs/gifts-and-favours.yaml';
const POLISH = 'content/pl/dialogs/blackmail.yaml';

export function approvals(name: string, makePlace: () => Promise<Place>): void {
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

    const approve = (by: Person, path: string, version = 'shipped') =>
      by.post('/texts/approve', { path, version });
    const approvedOf = async (path: string) =>
      (await editor.get('/desk')).body.items.find((one: { path: string }) => one.path === path).approved;
    const reminded = async (): Promise<string> =>
      (await editor.get('/desk')).body.reminders
        .filter((one: { kind: string }) => one.kind === 'approval')
        .map((one: { text: string }) => one.text)
        .join('\n');

    it('by an approver and the safeguarding lead, with role and day; a reminder counts one less', async () => {
      const before = Number(/(\d+) dialogs/.exec(await reminded())?.[1]);
      expect((await approve(editor, PATH)).status).toBe(403);
      expect((await approve(approver, PATH)).status).toBe(200);
      expect((await approve(approver, PATH)).status).toBe(200);
      expect((await approve(lead, PATH)).status).toBe(200);
      const on = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(at.at);
      expect(await approvedOf(PATH)).toMatchObject([
        { role: 'approver', on },
        { role: 'safeguarding-lead', on },
      ]);
      expect(await reminded()).toContain(`${before - 1} dialogs`);
      expect((await approve(approver, POLISH)).status).toBe(200);
      expect(await approvedOf(POLISH)).toHaveLength(1);
    });

    it('nothing that is not there, that needs none, or that is not live', async () => {
      const codes = async (path: string, version?: string) => {
        const { status, body } = await approve(lead, path, version);
        return [status, body.error.code];
      };
      expect(await codes('dialogs/nowhere.yaml')).toEqual([404, 'no-such-text']);
      expect(await codes('content/services.yaml')).toEqual([404, 'no-such-text']);
      expect(await codes(PATH, 'f'.repeat(64))).toEqual([409, 'text-moved']);
      expect(await codes('../package.json')).toEqual([422, 'bad-shape']);
      expect(await approvedOf('content/services.yaml')).toBeNull();
    });

    it('is taken back by whom it is, and by nobody else', async () => {
      expect((await editor.post('/texts/take-back', { path: PATH })).status).toBe(403);
      expect((await lead.post('/texts/take-back', { path: PATH })).status).toBe(200);
      expect(await approvedOf(PATH)).toMatchObject([{ role: 'approver' }]);
      const again = await lead.post('/texts/take-back', { path: PATH });
      expect([again.status, again.body.error.code]).toEqual([409, 'not-approved']);
    });

    it('ends with the words, whatever the draft says of itself, and comes back with them', async () => {
      const { files } = await withSentence(editor, 'shipped', 'A gift is nice.');
      const text = files[PATH] ?? '';
      const forged = text.replace('approved: []', 'approved: [{ role: safeguarding-lead, on: 2026-01-01 }]');
      expect(forged).not.toBe(text);
      const agreed = async (words: string, revision: number) => {
        const body = { title: 'Kinder words', base: 'shipped', files: { [PATH]: words }, revision };
        await editor.put('/drafts/kinder', body);
        const asked = await editor.post('/drafts/kinder/ask', { revision: revision + 1 });
        if (asked.status !== 200) return asked;
        await approver.post('/drafts/kinder/approve', { revision: revision + 1 });
        await lead.post('/drafts/kinder/approve', { revision: revision + 1 });
        return approver.post('/drafts/kinder/publish', { revision: revision + 1 });
      };
      expect((await agreed(forged, 0)).body.error.code).toBe('mend-first');
      const { body: published } = await agreed(text, 1);
      const now = await editor.get(`/file?version=${published.live}&path=${PATH}`);
      expect(now.body.text).toBe(text);
      expect(await approvedOf(PATH)).toEqual([]);
      expect(await approvedOf(POLISH)).toHaveLength(1);
      expect((await approve(lead, PATH)).body.error.code).toBe('text-moved');
      expect((await approve(lead, PATH, published.live)).status).toBe(200);
      expect(await approvedOf(PATH)).toMatchObject([{ role: 'safeguarding-lead' }]);
      await approver.post('/roll-back', { version: 'shipped', why: 'a test' });
      expect(await approvedOf(PATH)).toMatchObject([{ role: 'approver' }]);
    });

    it('is in the trail, with the text and its sum; a draft with its title', async () => {
      const { entries, faults } = (await lead.get('/trail')).body as {
        entries: { did: string; about: Record<string, unknown> }[];
        faults: string[];
      };
      const [read] = entries.filter(({ did }) => did === 'read');
      expect(read?.about).toEqual({ path: PATH, sum: expect.stringMatching(/^[0-9a-f]{64}$/) });
      const [back] = entries.filter(({ did }) => did === 'read-back');
      expect(back?.about).toEqual(read?.about);
      for (const deed of ['save', 'ask', 'approve', 'publish'])
        expect(entries.find(({ did }) => did === deed)?.about.title, deed).toBe('Kinder words');
      expect(faults).toEqual([]);
    });
  });
}
