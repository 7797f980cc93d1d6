import { database } from './rig.ts';
import { together } from './together.ts';

together('two instances on one PostgreSQL', database, 2);
