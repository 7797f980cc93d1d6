/** An editor in a process of its own. */
import { createStore } from '../../src/store/store.ts';
import { openAt, type Where } from './place.ts';
import { saveMany } from './saving.ts';

process.once('message', async ({ where, who }: { where: Where; who: string }) => {
  const store = createStore(await openAt(where, () => {}));
  const saved = await saveMany(store, who);
  await store.close();
  process.send?.(saved, () => process.disconnect());
});
process.send?.('warm');
