/** What the form door hands to whoever draws its pages. The types stand in wire.ts, where the site may see them too. */
export type { DrawnTalk, DrawTalk, FormView } from '../../wire.ts';
