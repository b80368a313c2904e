import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliveryChannel } from '../../../systems/notify/port';
import { LEASE_MS } from '../../../worker/outbox/rows';
import { mailServer, type MailServer } from './mail-server';
import { hook, mail, MONDAY, Outbox } from './outbox';
import { webhookReceiver, type WebhookReceiver } from './webhook-receiver';

let outbox: Outbox;
let smtp: MailServer;
let receiver: WebhookReceiver;
beforeAll(async () => {
  outbox = await Outbox.open();
});
beforeEach(async () => {
  [smtp, receiver] = await Promise.all([mailServer(), webhookReceiver()]);
});
afterEach(async () => {
  await outbox.reset();
  await Promise.all([smtp.close(), receiver.close()]);
});
afterAll(() => outbox.close());

const EMAIL = 'purchasing@customer.example';
const messageId = (id: string): string => `<${id.replaceAll(':', '=3a=')}@aftercare.example>`;
const PHONE = '+8613800138000';

describe('A message by mail', () => {
  it('is delivered once, in its words, and recorded as sent', async () => {
    const id = await outbox.message();
    const sender = outbox.sender(mail(smtp.url));
    expect(await sender.round()).toBe(1);
    expect(await sender.round()).toBe(0);
    const clerk = await outbox.database.staff.findUniqueOrThrow({ where: { id: 'stf-010' } });
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({
      subject: '已结案：空压机漏油',
      messageId: messageId(id),
      from: { value: [{ name: 'Aftercare 售后服务', address: 'service@aftercare.example' }] },
      to: { value: [{ name: clerk.nameZh, address: clerk.email }] },
    });
    expect(smtp.mails[0]?.text).toContain('服务单 AS-2026-000001（空压机漏油）已结案。');
    expect(smtp.mails[0]?.text).not.toContain('服务热线');
    expect(smtp.mails[0]?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await outbox.find(id)).toMatchObject({ state: 'sent', channel: 'smtp', attempts: 1, lease: null });
  });

  it('is in English for whoever reads English', async () => {
    await outbox.message({ language: 'en', address: EMAIL });
    await outbox.sender(mail(smtp.url)).round();
    expect(smtp.mails[0]).toMatchObject({ subject: 'Closed: 空压机漏油' });
    // A customer reads who wrote and where to call; staff do not.
    expect(smtp.mails[0]?.text).toContain('hotline +86 510 8520 7100');
  });

  it('goes to a customer at the address in the register', async () => {
    await outbox.database.customerContact.create({
      data: { customerId: 'cus-0001', kind: 'email', value: '0-first@customer.example' },
    });
    await outbox.message({ customerId: 'cus-0001' });
    await outbox.sender(mail(smtp.url)).round();
    expect(smtp.asked).toEqual(['0-first@customer.example']);
  });

  it('that a 5xx refuses for its recipient is failed with the code, and not tried again', async () => {
    const id = await outbox.message({ address: EMAIL });
    smtp.answer({ status: 550, at: 'recipient' });
    const sender = outbox.sender(mail(smtp.url));
    await sender.round();
    expect(await outbox.find(id)).toMatchObject({ state: 'failed', reason: 'smtp-550 5.1.1', attempts: 1 });
    outbox.moveTo(new Date(MONDAY.getTime() + 48 * 3_600_000));
    expect(await sender.round()).toBe(0);
    expect(smtp.asked).toHaveLength(1);
  });

  it.each(['drop', { status: 451, at: 'data' }, { status: 421, at: 'recipient' }] as const)(
    'is tried again under the same Message-ID after %j',
    async (answer) => {
      const id = await outbox.message();
      smtp.answer(answer);
      const sender = outbox.sender(mail(smtp.url));
      await sender.round();
      expect(await outbox.find(id)).toMatchObject({ state: 'waiting', attempts: 1, channel: 'smtp' });
      expect(await sender.round()).toBe(0);
      await outbox.moveToRetryOf(id);
      expect(await sender.round()).toBe(1);
      expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([messageId(id)]);
      expect(await outbox.find(id)).toMatchObject({ state: 'sent', attempts: 2, reason: null });
    },
  );
});

describe('A message by webhook', () => {
  it('is signed as Standard Webhooks says, under the id of the notification', async () => {
    const id = await outbox.message({ address: PHONE });
    await outbox.sender(mail(smtp.url), hook(receiver.url)).round();
    expect(receiver.forged).toEqual([]);
    expect(receiver.calls).toMatchObject([
      {
        id,
        body: {
          type: 'notification.due',
          data: {
            id,
            title: '已结案：空压机漏油',
            language: 'zh',
            recipient: { kind: 'address', phone: PHONE },
          },
        },
      },
    ]);
    expect(await outbox.find(id)).toMatchObject({ state: 'sent', channel: 'webhook' });
    expect(smtp.asked).toEqual([]);
  });

  it.each([{ status: 500 }, { status: 429 }, { status: 408 }, 'drop'] as const)(
    'is tried again with the same id after %j',
    async (answer) => {
      const id = await outbox.message();
      receiver.answer(answer);
      const sender = outbox.sender(hook(receiver.url));
      await sender.round();
      expect(await outbox.find(id)).toMatchObject({ state: 'waiting', attempts: 1 });
      await outbox.moveToRetryOf(id);
      await sender.round();
      expect(receiver.calls.map((call) => call.id)).toEqual([id, id]);
      expect(await outbox.find(id)).toMatchObject({ state: 'sent', attempts: 2 });
    },
  );

  it.each([410, 400, 404])('is failed after %i, and not tried again', async (status) => {
    const id = await outbox.message();
    receiver.answer({ status });
    const sender = outbox.sender(hook(receiver.url));
    await sender.round();
    outbox.moveTo(new Date(MONDAY.getTime() + 48 * 3_600_000));
    expect(await sender.round()).toBe(0);
    expect(await outbox.find(id)).toMatchObject({ state: 'failed', reason: `http-${status}` });
    expect(receiver.calls).toHaveLength(1);
  });

  it('waits for as long as Retry-After says', async () => {
    const id = await outbox.message();
    receiver.answer({ status: 503, headers: { 'retry-after': '7200' } });
    await outbox.sender(hook(receiver.url)).round();
    expect((await outbox.find(id)).nextAttemptAt).toEqual(new Date(MONDAY.getTime() + 7_200_000));
  });

  it('is given up after the last attempt, with the reason', async () => {
    const id = await outbox.message({ attempts: 19, nextAttemptAt: MONDAY });
    receiver.answer({ status: 500 });
    await outbox.sender(hook(receiver.url)).round();
    expect(await outbox.find(id)).toMatchObject({ state: 'failed', reason: 'http-500', attempts: 20 });
  });
});

describe('The outbox', () => {
  it('is sent once by two senders at once', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => outbox.message()));
    const senders = [outbox.sender(hook(receiver.url)), outbox.sender(hook(receiver.url))];
    const drain = async (sender: (typeof senders)[number]): Promise<void> => {
      while ((await sender.round()) > 0);
    };
    await Promise.all(senders.map(drain));
    expect(receiver.calls.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('loses nothing to a sender that is gone in the middle: its lease ends, another sends under the same id', async () => {
    const id = await outbox.message();
    let taken = (): void => undefined;
    const isTaken = new Promise<void>((resolve) => (taken = resolve));
    const gone: DeliveryChannel = {
      name: 'webhook',
      carries: () => true,
      deliver: () => {
        taken();
        return new Promise(() => undefined);
      },
      close: () => Promise.resolve(),
    };
    void outbox.sender(gone).round();
    await isTaken;
    const other = outbox.sender(hook(receiver.url));
    expect(await other.round()).toBe(0);
    outbox.moveTo(new Date(MONDAY.getTime() + LEASE_MS));
    expect(await other.round()).toBe(1);
    expect(receiver.calls.map((call) => call.id)).toEqual([id]);
    expect(await outbox.find(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('keeps what is held for working hours until they begin', async () => {
    const opens = new Date('2026-11-17T01:00:00.000Z');
    const id = await outbox.message({ notBefore: opens });
    const sender = outbox.sender(hook(receiver.url));
    expect(await sender.round()).toBe(0);
    expect(receiver.calls).toEqual([]);
    outbox.moveTo(opens);
    expect(await sender.round()).toBe(1);
    expect(await outbox.find(id)).toMatchObject({ state: 'sent' });
  });

  it('keeps what nothing carries: a telephone number without a webhook, somebody who has left', async () => {
    const byPhone = await outbox.message({ address: PHONE });
    await outbox.database.staff.update({ where: { id: 'stf-011' }, data: { active: false } });
    const left = await outbox.message({ staffId: 'stf-011' });
    await outbox.sender(mail(smtp.url)).round();
    expect(await outbox.find(byPhone)).toMatchObject({ state: 'kept', reason: 'no-channel' });
    expect(await outbox.find(left)).toMatchObject({ state: 'kept', reason: 'recipient-inactive' });
    expect(smtp.asked).toEqual([]);
  });

  it('does not send what has grown old unsent', async () => {
    const longAgo = new Date(MONDAY.getTime() - 4 * 24 * 3_600_000);
    const id = await outbox.message({ createdAt: longAgo, notBefore: longAgo });
    expect(await outbox.sender(hook(receiver.url)).round()).toBe(0);
    expect(await outbox.find(id)).toMatchObject({ state: 'expired', reason: 'too-old', attempts: 0 });
  });

  it('is counted, and logged without words or addresses', async () => {
    const sender = outbox.sender(mail(smtp.url));
    const ids: string[] = [];
    for (const answer of ['take', 'drop', { status: 550, at: 'recipient' }] as const) {
      ids.push(await outbox.message({ address: EMAIL }));
      smtp.answer(answer);
      await sender.round();
    }
    const lines = outbox.lines.filter((line) => line.includes('"msg":"notification"'));
    expect(lines).toHaveLength(3);
    for (const id of ids) expect(lines.join()).toContain(id);
    expect(outbox.lines.join()).not.toMatch(/空压机漏油|customer\.example|结案/);
    outbox.moveTo(new Date(MONDAY.getTime() + 5_000));
    const metrics = await outbox.registry.metrics();
    expect(metrics).toContain('aftercare_notifications_sent_total{channel="smtp"} 1');
    expect(metrics).toContain('aftercare_notifications_failed_total{channel="smtp"} 1');
    expect(metrics).toContain('aftercare_notification_retries_total{channel="smtp"} 1');
    expect(metrics).toContain('aftercare_notifications_waiting 1');
    expect(metrics).toContain('aftercare_notifications_failed 1');
    expect(metrics).toContain('aftercare_notifications_oldest_waiting_seconds 5');
  });
});
