/** Takes a folder when it is told to, says whether it has it, and holds it until it is killed. */
import { lockFolder } from '../../src/store/lock.ts';

process.on('message', (folder: string) => {
  lockFolder(folder).then(
    () => process.send?.('has it'),
    (error: Error) => process.send?.(error.name),
  );
});
process.send?.('warm');
