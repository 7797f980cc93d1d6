/** `npm run talk -- --map`: every dialog and step as one drawing, for people who plan and check the words. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Content } from '../content/model.ts';
import { panels } from '../map/graph.ts';
import { drawMap } from '../map/svg.ts';

export const MAP_FILE = 'deploy/dialog-map.svg';

export const mapOf = (content: Content): string =>
  drawMap(panels(content), 'Every dialog of Signpost, step by step');

export function writeMap(content: Content): void {
  mkdirSync(dirname(MAP_FILE), { recursive: true });
  writeFileSync(MAP_FILE, mapOf(content));
  process.stdout.write(`${MAP_FILE}: ${content.dialogs.size} dialogs, ${content.steps.size} steps\n`);
}
