import { Registry } from 'prom-client';
import { CustomerLinks } from '../../platform/customer-links';
import type { OutgoingMessage } from '../../systems/notify/port';
import { outboxMetrics } from '../../worker/outbox/metrics';
import { OutboxSender } from '../../worker/outbox/sender';
import type { TestApi } from './api';

/** Sends what stands in the outbox to a box that the test reads, as a worker does where mail is configured. */
export class MessageBox {
  readonly messages: OutgoingMessage[] = [];
  private readonly sender: OutboxSender;

  constructor({ database, config, logger }: Pick<TestApi, 'database' | 'config' | 'logger'>) {
    const now = (): Date => new Date();
    const links = CustomerLinks.of(database, config);
    this.sender = new OutboxSender({
      database,
      logger,
      channels: [
        {
          name: 'smtp',
          carries: () => true,
          deliver: (message) => {
            this.messages.push(message);
            return Promise.resolve({ kind: 'sent' });
          },
          close: () => Promise.resolve(),
        },
      ],
      metrics: outboxMetrics(new Registry(), { database, logger, now }),
      timeZone: config.AFTERCARE_TIME_ZONE,
      ...(links && { links }),
      now,
      chance: Math.random,
    });
  }

  /** Text of the latest message of a kind about the case, once everything due has been sent. */
  async latest(caseNumber: string, template: string): Promise<string> {
    while ((await this.sender.round()) > 0);
    const found = this.messages.findLast(
      (message) =>
        message.caseNumber === caseNumber &&
        message.template === template &&
        message.recipient.kind === 'customer',
    );
    if (!found) throw new Error(`No message ${template} of ${caseNumber} was sent to its customer`);
    return found.text;
  }

  /** The token of the link in that message, as the customer's browser has it. */
  async token(caseNumber: string, template: string): Promise<string> {
    const text = await this.latest(caseNumber, template);
    const token = /#(\S+)/.exec(text)?.[1];
    if (token === undefined) throw new Error(`There is no link in: ${text}`);
    return token;
  }
}
