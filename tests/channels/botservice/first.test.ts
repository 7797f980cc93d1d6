import { expect, it } from 'vitest';
import { startTeams } from './teams.ts';
it('goes', async () => {
  const teams = await startTeams();
  const answer = await teams.post(teams.activity({ type: 'installationUpdate', action: 'add' }));
  console.log(answer.status, await answer.text());
  console.log(JSON.stringify(teams.azure.delivered, null, 1), teams.lines, teams.azure.asked.map(String));
  expect(answer.status).toBe(200);
  await teams.close();
}, 60000);
