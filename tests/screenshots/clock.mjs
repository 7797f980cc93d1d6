/** Loaded into the service before it starts (`--import`): its clock begins on a Tuesday at ten, and goes on from there. */
const AHEAD = Date.parse('2026-11-24T10:00:00Z') - Date.now();
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + AHEAD] : given));
  }
  static now() {
    return Real.now() + AHEAD;
  }
};
