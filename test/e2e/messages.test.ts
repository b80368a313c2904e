import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SECRET, webhookReceiver, type WebhookReceiver } from '../contract/notify/webhook-receiver';
import { CLERK, eventually, openCase } from './support/cases';
import { System } from './support/system';

let system: System;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await webhookReceiver();
  // Nothing that the worker begins to send is answered.
  receiver.answer(...Array.from({ length: 20 }, () => 'hold' as const));
  system = await System.start({
    AFTERCARE_WEBHOOK_URL: receiver.url,
    AFTERCARE_WEBHOOK_SECRET: SECRET,
  });
}, 400_000);
afterAll(async () => {
  await system.close();
  await receiver.close();
});

it('messages whose worker is killed while it sends them are sent by the next, under the same ids', async () => {
  const { database } = system;
  const caseNumber = await openCase(await system.as(CLERK));
  await eventually(
    () => Promise.resolve(receiver.calls.length),
    (calls) => calls > 0,
  );
  await system.kill('worker');
  const held = receiver.calls.map(({ id }) => id);
  receiver.answerAll();
  await system.startServices('worker');
  // As if the lease's three minutes were over.
  await database.notification.updateMany({
    where: { lease: { not: null }, state: 'waiting' },
    data: { nextAttemptAt: new Date() },
  });
  const rows = await eventually(
    () => database.notification.findMany({ where: { processId: caseNumber } }),
    (found) => found.length > 0 && found.every(({ state }) => state === 'sent'),
  );
  const calls = receiver.calls.map(({ id }) => id);
  expect([...new Set(calls)].sort()).toEqual(rows.map(({ id }) => id).sort());
  for (const id of held) expect(calls.filter((call) => call === id)).toHaveLength(2);
  expect(receiver.forged).toEqual([]);
}, 120_000);
