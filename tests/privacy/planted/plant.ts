/** Bundled into the planted server: which leak is planted now, as the test says, and what it leaks. */

export const PLANTS = [
  'a console line',
  'an error on stderr',
  'a file in the data folder',
  'a packed temp file',
  'a file in the home folder',
  'a global array',
  'a buffer',
  'a timer that waits',
  'an error reply',
  'another talk',
  'a hashed id',
] as const;
export type Plant = (typeof PLANTS)[number];

/** What the test tells the server: the leak from now on, none for null. */
export interface PlantOrder {
  /** Sent back when it is done. */
  readonly id: number;
  readonly plant: Plant | null;
}

/** Words that make the planted server fail, each in another place; what was typed goes into the error. */
export const FAULTS = [
  'faultinturn',
  'faultinassess',
  'faultinload',
  'faultinsave',
  'faultlate',
  'faultuncaught',
  'faultrejected',
] as const;
export type Fault = (typeof FAULTS)[number];
