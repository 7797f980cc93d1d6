import { expect, it } from 'vitest';
import { startTeams } from './teams.ts';
it('retries', async () => {
  const teams = await startTeams();
  for (const status of [500, 503, 429, 403]) {
    const before = teams.azure.delivered.length; const t = Date.now();
    teams.azure.failing(status, 1000);
    const answer = await teams.post(teams.activity({ text: 'hello' }));
    console.log(status, answer.status, Date.now() - t, teams.azure.delivered.slice(before).map((d) => d.body.type + (d.body.text ?? '')).join('|').slice(0, 300), teams.lines.splice(0));
  }
  teams.azure.failing(0, 0);
  for (let i = 0; i < 3; i++) { const t = performance.now(); const said = await teams.say({ text: 'what is grooming' }); console.log(said.length, performance.now() - t); }
  const m = process.memoryUsage().rss; console.log(m / 1e6);
  await teams.close();
}, 100000);
