import { folder } from './rig.ts';
import { together } from './together.ts';

together('in files', folder, 1);
