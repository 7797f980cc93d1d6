import { flows } from './flows.ts';
import { database } from './rig.ts';

flows('in PostgreSQL', database);
