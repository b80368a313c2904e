import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, give, registered } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Detail {
  readonly version: number;
  readonly paused: boolean;
  readonly pausedReason: string | null;
  readonly pausedUntil: string | null;
  readonly clocks: readonly {
    readonly name: string;
    readonly names: { readonly en: string };
    readonly state: string;
    readonly dueAt: string | null;
    readonly startedAt: string;
  }[];
  readonly tasks: readonly {
    readonly kind: string;
    readonly clock: string | null;
    readonly dueAt: string | null;
  }[];
  readonly timeline: { readonly items: readonly { readonly seq: number }[] };
}

let system: TestSystem;
let clerk: Reader;
beforeAll(async () => {
  system = await startSystem();
  clerk = await system.as('lu.xinran');
});
afterAll(() => system.close());

const read = async (number: string): Promise<Detail> => (await clerk.get<Detail>(`/v1/cases/${number}`)).body;
const answered = async (): Promise<string> => {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER);
  return caseNumber;
};
const pause = (until?: string) =>
  ({
    type: 'pause',
    data: { reason: '客户出国', ...(until !== undefined && { until }) },
  }) as const;
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

it('a case that is answered and not classified is due, and its task says when', async () => {
  const { clocks, tasks } = await read(await answered());
  const clock = clocks.find(({ name }) => name === 'classification');
  expect(clock).toMatchObject({ state: 'running', names: { en: 'classification' } });
  expect(tasks.find(({ kind }) => kind === 'classify')).toMatchObject({
    clock: 'classification',
    dueAt: clock?.dueAt,
  });
});

it('a pause without an end lasts as long as the policy allows, and no longer', async () => {
  const number = await answered();
  await done(clerk, number, pause());
  const { pausedUntil, clocks, tasks } = await read(number);
  const clock = clocks.find(({ name }) => name === 'pause');
  expect(clock).toMatchObject({ state: 'running', dueAt: pausedUntil });
  expect(Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? '')).toBeLessThanOrEqual(
    30 * DAY_MS,
  );
  expect(tasks.find(({ kind }) => kind === 'resume')).toMatchObject({ clock: 'pause', dueAt: pausedUntil });
});

it.each([
  ['longer than the policy allows', inMs(31 * DAY_MS), 422, 'CASE.PAUSE_TOO_LONG'],
  ['until a time that has passed', inMs(-DAY_MS), 422, 'COMMAND.INVALID'],
  ['until what is no instant', 'tomorrow', 400, 'REQUEST.INVALID'],
])('a pause %s is refused', async (_what, until, status, code) => {
  const number = await answered();
  const refused = await give<Problem>(clerk, number, [command(pause(until))]);
  expect({ status: refused.status, code: refused.body.code }).toEqual({ status, code });
  expect((await read(number)).paused).toBe(false);
});

it('a pause ends by itself when its stated end has come, and that is told', async () => {
  const number = await answered();
  await done(clerk, number, pause(inMs(1_500)));
  const resumed = await eventually(
    () => read(number),
    (detail) => !detail.paused,
  );
  expect(resumed.pausedUntil).toBeNull();
  expect(resumed.clocks.find(({ name }) => name === 'pause')).toMatchObject({ state: 'met' });
  expect(resumed.clocks.find(({ name }) => name === 'classification')).toMatchObject({ state: 'running' });
  expect(
    await system.database.notification.count({ where: { processId: number, template: 'pause-over' } }),
  ).toBeGreaterThan(0);
});

it('an answer is of one version, also while commands are taken', async () => {
  const number = await answered();
  const answers: Detail[] = [];
  const commands = (async () => {
    for (let n = 0; n < 6; n += 1)
      await done(clerk, number, n % 2 === 0 ? pause() : { type: 'resume', data: {} });
  })();
  let isOver = false as boolean;
  void commands.finally(() => (isOver = true)).catch(() => undefined);
  while (!isOver) answers.push(...(await Promise.all([read(number), read(number), read(number)])));
  await commands;
  const standing = answers.map(({ paused, pausedReason, version, timeline, clocks }) => ({
    paused,
    hasReason: pausedReason !== null,
    waits: clocks.some(({ name, state }) => name === 'pause' && state === 'running'),
    isOfVersion: timeline.items.at(-1)?.seq === version,
  }));
  const on = { paused: true, hasReason: true, waits: true, isOfVersion: true };
  const off = { paused: false, hasReason: false, waits: false, isOfVersion: true };
  expect(standing.filter((one) => ![on, off].some((right) => isDeepStrictEqual(one, right)))).toEqual([]);
  expect(new Set(standing.map(({ paused }) => paused)).size).toBe(2);
});

it('nobody saves a promise by a pause of long ago: a supervisor enters that, on record as theirs', async () => {
  const { caseNumber } = await registered(clerk, { receivedAt: inMs(-23 * HOUR_MS), channel: 'letter' });
  const early = <T extends object>(one: T, hoursAgo: number) => ({
    ...one,
    occurredAt: inMs(-hoursAgo * HOUR_MS),
  });
  await done(clerk, caseNumber, early(ANSWER, 22.9));
  await done(clerk, caseNumber, early(CLASSIFY, 22.8));
  const dueAt = async () =>
    (await read(caseNumber)).clocks.find(({ name }) => name === 'resolution')?.dueAt ?? '';
  const promised = await dueAt();

  const refused = await give<Problem>(clerk, caseNumber, [early(command(pause()), 22)]);
  expect(refused).toMatchObject({ status: 403, body: { code: 'COMMAND.WAIT_TOO_LATE' } });
  expect(refused.body.detail).toContain('8 hours');
  expect(await dueAt()).toBe(promised);

  // A pause from this morning may be entered now; the same hours count once, however often they are entered.
  for (const hoursAgo of [7, 6.5, 7]) {
    await done(clerk, caseNumber, early(pause(), hoursAgo));
    await done(clerk, caseNumber, { type: 'resume', data: {} });
  }
  expect(Date.parse(await dueAt()) - Date.parse(promised)).toBeLessThan(7.5 * HOUR_MS);

  const director = await system.as('gu.chengan');
  await done(director, caseNumber, early(pause(), 22));
  const { body } = await director.get<{ items: { type: string; data: object }[] }>(
    `/v1/cases/${caseNumber}/timeline?limit=200`,
  );
  expect(body.items.findLast(({ type }) => type === 'ClockPaused')?.data).toMatchObject({
    clock: 'resolution',
    isSupervisors: true,
  });
});
