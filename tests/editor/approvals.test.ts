import { approvals } from './approvals.ts';
import { folder } from './rig.ts';

approvals('in files', folder);
