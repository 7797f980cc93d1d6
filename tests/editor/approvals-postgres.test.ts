import { approvals } from './approvals.ts';
import { database } from './rig.ts';

approvals('in PostgreSQL', database);
