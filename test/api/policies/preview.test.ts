import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { PreviewAnswer } from '../../../api/policies/preview-schema';
import type { Problem, Reader } from '../../support/reading';
import { startSystem, type TestSystem } from '../../support/system';

const ON_FRIDAY = '2027-03-05T16:00:00+08:00';
const FIVE_DAYS = {
  timeZone: 'Asia/Shanghai',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
};
const SINCE = '2027-03-01T00:00:00+08:00';
const DRAFT = {
  effectiveFrom: SINCE,
  effectiveTo: null,
  targetSeconds: 7_200,
  calendar: 'cn-office',
  warnAt: [0.5],
};

let system: TestSystem;
let manager: Reader;
beforeAll(async () => {
  system = await startSystem();
  manager = await system.as('zhou.huaijin');
});
afterAll(() => system.close());

const preview = <T = Static<typeof PreviewAnswer>>(question: object, by = manager) =>
  by.send<T>('POST', '/v1/policies/preview', {}, { startAt: ON_FRIDAY, clock: 'answer', ...question });

it('a draft of a policy and of its calendar is computed beside what is in force, and nothing is saved', async () => {
  const count = async () => [
    await system.database.clockPolicy.count(),
    await system.database.calendar.count(),
  ];
  const saved = await count();
  const calendar = { code: 'cn-office', effectiveFrom: SINCE, definition: FIVE_DAYS };
  const { status, body } = await preview({ policy: DRAFT, calendar });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    before: { policyId: 'answer', dueAt: '2027-03-06T08:00:00.000Z' },
    after: {
      policyId: null,
      calendar: 'cn-office',
      // One hour on Friday until 17:00, the other on Monday.
      dueAt: '2027-03-08T02:00:00.000Z',
      warnings: [{ share: 0.5, at: '2027-03-05T09:00:00.000Z' }],
    },
  });
  const holiday = { ...calendar, definition: { ...FIVE_DAYS, holidays: ['2027-03-08'] } };
  expect((await preview({ policy: DRAFT, calendar: holiday })).body.after?.dueAt).toBe(
    '2027-03-09T02:00:00.000Z',
  );
  // In force only after the promise has begun: it stays as it is.
  const later = { policy: { ...DRAFT, effectiveFrom: '2027-03-06T00:00:00+08:00' } };
  const unmoved = await preview(later);
  expect(unmoved.body.after).toEqual(unmoved.body.before);
  expect(await count()).toEqual(saved);
});

it('a draft that could not be saved is refused by its field, and to others at all', async () => {
  const draft = { code: 'cn-office', effectiveFrom: SINCE, definition: { ...FIVE_DAYS, timeZone: 'Mars' } };
  const refusals = [
    [{ calendar: draft }, 'POLICY.INVALID', 'calendar.definition.timeZone'],
    [{ calendar: { ...draft, code: 'mars' } }, 'REQUEST.REFERENCE_UNKNOWN', 'calendar.code'],
    [{ policy: { ...DRAFT, calendar: 'mars' } }, 'REQUEST.REFERENCE_UNKNOWN', 'policy.calendar'],
  ] as const;
  for (const [question, code, field] of refusals) {
    const { body } = await preview<Problem>(question);
    expect(body).toMatchObject({ code, errors: [{ field }] });
  }
  const clerk = await system.as('lu.xinran');
  expect((await preview<Problem>({ policy: DRAFT }, clerk)).status).toBe(403);
});
