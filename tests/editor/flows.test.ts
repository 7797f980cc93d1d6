import { flows } from './flows.ts';
import { folder } from './rig.ts';

flows('in files', folder);
