import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequestRow } from '../../api/support/rows';
import { mailServer, type MailServer } from './mail-server';
import { hook, mail, Outbox } from './outbox';
import { webhookReceiver, type WebhookReceiver } from './webhook-receiver';

const CASE = 'AS-2026-000001';
const CUSTOMER = 'cus-0001';
const FILED = '0-first@customer.example';

describe('R1: an answer goes to whoever asked', () => {
  let outbox: Outbox;
  let smtp: MailServer;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    outbox = await Outbox.open();
    outbox.sendLinks();
    await outbox.database.customerContact.create({
      data: { customerId: CUSTOMER, kind: 'email', value: FILED },
    });
  });
  beforeEach(async () => {
    [smtp, receiver] = await Promise.all([mailServer(), webhookReceiver()]);
  });
  afterEach(async () => {
    await outbox.reset();
    await outbox.database.request.deleteMany();
    await Promise.all([smtp.close(), receiver.close()]);
  });
  afterAll(() => outbox.close());

  const asked = (given: { readonly senderEmail?: string; readonly senderPhone?: string }) =>
    outbox.database.request.create({
      data: aRequestRow({ number: 'RQ-2026-000001', caseNumber: CASE, customerId: CUSTOMER, ...given }),
    });
  const answer = (template = 'request-answered') =>
    outbox.message({
      customerId: CUSTOMER,
      template,
      params: { caseNumber: CASE, subject: '空压机漏油', answer: '已安排' },
    });
  const LINK = 'https://customer.example/case#';

  it('at an address that the file does not have, without a link that acts for the customer', async () => {
    await asked({ senderEmail: 'dealer@elsewhere.example' });
    await answer();
    await outbox.sender(mail(smtp.url)).round();
    expect(smtp.asked).toEqual(['dealer@elsewhere.example']);
    expect(smtp.mails[0]?.text).not.toContain(LINK);
  });

  it('at the one of several addresses of the file that they wrote from, with the link', async () => {
    const own = 'z-last@customer.example';
    await outbox.database.customerContact.create({
      data: { customerId: CUSTOMER, kind: 'email', value: own },
    });
    await asked({ senderEmail: own });
    await answer();
    await outbox.sender(mail(smtp.url)).round();
    expect(smtp.asked).toEqual([own]);
    expect(smtp.mails[0]?.text?.replaceAll('\n', '')).toContain(LINK);
  });

  it('by the telephone that they called from, where something carries it there', async () => {
    await asked({ senderPhone: '+8613911122233' });
    await answer();
    await outbox.sender(mail(smtp.url), hook(receiver.url)).round();
    expect(smtp.asked).toEqual([]);
    expect(receiver.calls).toHaveLength(1);
    expect(JSON.stringify(receiver.calls[0]?.body)).toContain('+8613911122233');
  });

  it('else at an address of the file', async () => {
    await asked({ senderPhone: '+8613911122233' });
    await answer();
    await outbox.sender(mail(smtp.url)).round();
    expect(smtp.asked).toEqual([FILED]);
  });

  it('but a survey is the customer’s own, whoever asked for the service', async () => {
    await asked({ senderEmail: 'dealer@elsewhere.example' });
    await answer('survey-asked');
    await outbox.sender(mail(smtp.url)).round();
    expect(smtp.asked).toEqual([FILED]);
  });
});
