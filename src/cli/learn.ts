/**
 * Trains the risk model for this content and keeps it, in a process of its own: training takes seconds and some
 * hundreds of megabytes that the server should never hold. Does nothing where it is kept already.
 */
import { openOrExit } from './open.ts';

openOrExit(process.cwd());
