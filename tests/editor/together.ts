/** Two who write at once, and two who publish at once: nothing is lost, and nothing goes live that nobody agreed to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/store/audit.ts';
import { type Entra, rigOf, startEntra } from './entra.ts';
import { tokensOf } from './hostile.ts';
import type { Person, Place, Rig } from './rig.ts';
import { withSentence } from './texts.ts';

const PATH = 'content/news/both.md';
const TIMES = 200;
const OIDS = ['aaaaaaaa-bbbb-cccc-dddd-000000000001', 'aaaaaaaa-bbbb-cccc-dddd-000000000002'] as const;

/** @param instances how many servers share the place */
export function together(name: string, makePlace: () => Promise<Place>, instances: 1 | 2): void {
  describe(name, () => {
    let place: Place;
    let entra: Entra;
    const rigs: Rig[] = [];
    beforeAll(async () => {
      place = await makePlace();
      entra = await startEntra();
      for (let n = 0; n < instances; n += 1) rigs.push(await rigOf(entra, place));
    });
    afterAll(async () => {
      for (const one of rigs.splice(0)) await one.stop();
      entra.close();
      await place.clear();
    });

    /** Somebody with a token; the second person comes to the second instance. */
    function somebody(n: 0 | 1, role: string): Person {
      const at = rigs[n] ?? (rigs[0] as Rig);
      const authorization = `Bearer ${tokensOf(entra.config.issuer).says({ oid: OIDS[n], roles: [role] })}`;
      const { call } = at.person('', '');
      const asked: Person['call'] = (method, path, body) => call(method, path, body, { authorization });
      return {
        cookie: '',
        csrf: '',
        call: asked,
        get: (path) => asked('GET', path),
        post: (path, body = {}) => asked('POST', path, body),
        put: (path, body) => asked('PUT', path, body),
      };
    }

    it(`two editors add ${TIMES} lines each to one draft at once: all are there`, async () => {
      let conflicts = 0;
      const write = async (person: Person, who: string): Promise<void> => {
        let known = { revision: 0, files: { [PATH]: '' } };
        for (let n = 0; n < TIMES; n += 1) {
          for (;;) {
            const files = { [PATH]: `${known.files[PATH]}${who} ${n}\n` };
            const body = { title: 'Both', base: 'shipped', files, revision: known.revision };
            const answer = await person.put('/drafts/both', body);
            if (answer.status === 200) {
              known = answer.body;
              break;
            }
            expect([answer.status, answer.body.error.code]).toEqual([409, 'changed-meanwhile']);
            conflicts += 1;
            known = answer.body.error.theirs;
          }
        }
      };
      const [ann, bob] = [somebody(0, 'Editor'), somebody(1, 'Editor')];
      await Promise.all([write(ann, 'ann'), write(bob, 'bob')]);
      const { draft } = (await ann.get('/drafts/both')).body;
      const lines = draft.files[PATH].trim().split('\n');
      expect([lines.length, new Set(lines).size, draft.revision]).toEqual([2 * TIMES, 2 * TIMES, 2 * TIMES]);
      expect(conflicts).toBeGreaterThan(0);
      const { entries, faults } = (await bob.get('/trail')).body;
      expect(faults).toEqual([]);
      const saves = entries.filter(({ did }: { did: string }) => did === 'save');
      expect(saves.map(({ about }: { about: { revision: number } }) => about.revision)).toEqual(
        Array.from({ length: 2 * TIMES }, (_, n) => n + 1),
      );
      expect(faultsOf(rigs[0]?.desk.key() as Uint8Array, entries)).toEqual([]);
    }, 60_000);

    it('two drafts of one text, published at once: one is live, the other is to be looked at again', async () => {
      const [ann, bob] = [somebody(0, 'Editor'), somebody(1, 'Approver')];
      for (const id of ['one', 'two']) {
        const { files } = await withSentence(ann, 'shipped', `A gift is nice (${id}).`);
        await ann.put(`/drafts/${id}`, { title: id, base: 'shipped', files, revision: 0 });
        await ann.post(`/drafts/${id}/ask`, { revision: 1 });
        await bob.post(`/drafts/${id}/approve`, { revision: 1 });
      }
      const publish = (who: Person, id: string) => who.post(`/drafts/${id}/publish`, { revision: 1 });
      const answers = await Promise.all([publish(bob, 'one'), publish(somebody(0, 'Approver'), 'two')]);
      const codes = answers.map(({ status, body }) => (status === 200 ? 'live' : body.error.code));
      expect(codes.sort()).toEqual(['live', 'live-moved']);
      const { live, history, drafts } = (await ann.get('/desk')).body;
      expect(live).toBe(answers.find(({ status }) => status === 200)?.body.live);
      expect(history).toHaveLength(1);
      expect(drafts.filter(({ id }: { id: string }) => id !== 'both')).toHaveLength(1);
    }, 60_000);

    it('a draft that is saved while it is published goes live as it was agreed to, or not at all', async () => {
      const [ann, bob] = [somebody(0, 'Editor'), somebody(1, 'Approver')];
      const before = (await ann.get('/desk')).body.live;
      const files = { [PATH]: null, 'content/real.yaml': null };
      const text = (await ann.get(`/file?version=${before}&path=dialogs/menu.yaml`)).body.text as string;
      const menu = text.replace(/^title: (.*)$/m, 'title: $1 now');
      const body = {
        title: 'Menu',
        base: before,
        files: { ...files, 'dialogs/menu.yaml': menu },
        revision: 0,
      };
      await ann.put('/drafts/menu', body);
      await ann.post('/drafts/menu/ask', { revision: 1 });
      await bob.post('/drafts/menu/approve', { revision: 1 });
      const later = { ...body, revision: 1, files: { 'dialogs/menu.yaml': `${menu}# later\n` } };
      const [published, saved] = await Promise.all([
        bob.post('/drafts/menu/publish', { revision: 1 }),
        ann.put('/drafts/menu', later),
      ]);
      const now = (await ann.get('/desk')).body.live;
      const shown = (await ann.get(`/file?version=${now}&path=dialogs/menu.yaml`)).body.text;
      if (published.status === 200) expect(shown).toBe(menu);
      else expect([published.status, saved.status, now, shown]).toEqual([409, 200, before, text]);
    }, 60_000);
  });
}
