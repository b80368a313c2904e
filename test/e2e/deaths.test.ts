import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { apiDeaths } from './deaths/api';
import { joiningDeaths } from './deaths/joining';
import { joinsUnderDeaths } from './deaths/joins';
import { newProblemDeaths } from './deaths/new-problem';
import { workerDeaths } from './deaths/worker';
import { CLERK, ENGINEER } from './support/cases';
import { dies, type Scene } from './support/scene';
import { System } from './support/system';

let scene: Scene | undefined;
const on = (): Scene => {
  if (!scene) throw new Error('The system has not been started');
  return scene;
};

beforeAll(async () => {
  const system = await System.start();
  scene = { system, clerk: await system.as(CLERK), engineer: await system.as(ENGINEER.login) };
  await dies(system, 'api', [api], (deaths) => system.startDyingApi(...deaths));
  await dies(system, 'worker', [worker, newProblem, joining], (deaths) => system.startDyingWorker(...deaths));
}, 400_000);
afterAll(() => scene?.system.close());

// One system, and one death of each service, for all of them: a start of a service takes longer than what is done with it.
const api = apiDeaths(on);
const worker = workerDeaths(on);
const newProblem = newProblemDeaths(on);
const joining = joiningDeaths(on);
const joins = joinsUnderDeaths(on);

it('No request was registered but those, the numbers have no gap, and nothing differs', async () => {
  const { system } = on();
  const rows = await system.database.request.findMany({ orderBy: { caseNumber: 'asc' } });
  const requests = [api, worker, newProblem, joining, joins].reduce((sum, part) => sum + part.requests, 0);
  expect(rows.map(({ caseNumber }) => Number(caseNumber.split('-')[2]))).toEqual(
    Array.from({ length: requests }, (_, n) => n + 1),
  );
  expect(await system.verify()).toMatchObject({
    code: 0,
    text: `${requests} processes, 0 differences\n`,
  });
}, 60_000);
