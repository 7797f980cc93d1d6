/** Where the built service is: that of this run of tests (building.ts), or dist/ for a command, which has just built it. */
import { join } from 'node:path';
import { inject } from 'vitest';
import { ROOT } from './library.ts';

/** Nobody writes there. */
export const built = (): string => (process.env.VITEST ? inject('built') : join(ROOT, 'dist'));
