import { Registry } from 'prom-client';
import { connectDatabase, type Database, type Prisma } from '../../../platform/database';
import { CustomerLinks } from '../../../platform/customer-links';
import { createLogger } from '../../../platform/logger';
import { smtpChannel } from '../../../systems/notify/smtp';
import { webhookChannel } from '../../../systems/notify/webhook';
import type { DeliveryChannel } from '../../../systems/notify/port';
import { outboxMetrics } from '../../../worker/outbox/metrics';
import { OutboxSender } from '../../../worker/outbox/sender';
import { testDatabase } from '../../support/database';
import { SECRET } from './webhook-receiver';

const FROM = 'Aftercare 售后服务 <service@aftercare.example>';
export const MONDAY = new Date('2026-11-16T02:00:00.000Z');

/** An outbox with the sample company, a clock that the test moves, and what the senders logged. */
export class Outbox {
  registry = new Registry();
  lines: string[] = [];
  private nowMs = MONDAY.getTime();
  private ids = 0;
  private links: CustomerLinks | undefined;
  private readonly senders: OutboxSender[] = [];

  private constructor(
    readonly database: Database,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<Outbox> {
    const { url, drop } = await testDatabase('company');
    const database = connectDatabase(url);
    return new Outbox(database, drop);
  }

  get now(): Date {
    return new Date(this.nowMs);
  }
  moveTo(instant: Date): void {
    this.nowMs = instant.getTime();
  }
  /** Until the message may be taken again. */
  async moveToRetryOf(id: string): Promise<void> {
    const { nextAttemptAt } = await this.find(id);
    if (nextAttemptAt === null) throw new Error(`${id} will not be tried again`);
    this.moveTo(nextAttemptAt);
  }

  /** Customers' links lead to this page from now on. */
  sendLinks(): void {
    this.links = CustomerLinks.of(this.database, {
      AFTERCARE_LINK_SECRET: 'a secret of thirty-two characters',
      AFTERCARE_CUSTOMER_URL: 'https://customer.example/case',
    });
  }

  sender(...channels: readonly DeliveryChannel[]): OutboxSender {
    const { database, registry } = this;
    const now = (): Date => this.now;
    const logger = createLogger('worker', 'info', { write: (line) => void this.lines.push(line) });
    const sender = new OutboxSender({
      database,
      logger,
      channels,
      metrics: outboxMetrics(this.senders.length === 0 ? registry : new Registry(), {
        database,
        logger,
        now,
      }),
      timeZone: 'Asia/Shanghai',
      now,
      chance: () => 0.5,
      ...(this.links && { links: this.links }),
    });
    this.senders.push(sender);
    return sender;
  }

  /** A message for the clerk 陆欣然, unless it is said for whom else. */
  async message(more: Partial<Prisma.NotificationUncheckedCreateInput> = {}): Promise<string> {
    const id = `AS-2026-000001:${(this.ids += 1)}:0:stf-010`;
    const params = { caseNumber: 'AS-2026-000001', subject: '空压机漏油' };
    const isOther = [more.address, more.customerId].some((value) => value !== undefined);
    await this.database.notification.create({
      data: {
        id,
        processId: 'AS-2026-000001',
        template: 'case-closed',
        language: 'zh',
        staffId: isOther ? null : 'stf-010',
        params,
        createdAt: this.now,
        notBefore: this.now,
        ...more,
      },
    });
    return id;
  }

  find(id: string) {
    return this.database.notification.findUniqueOrThrow({ where: { id } });
  }

  /** Empty again, on Monday again. */
  async reset(): Promise<void> {
    await this.stopSenders();
    await this.database.notification.deleteMany();
    this.registry = new Registry();
    this.lines = [];
    this.moveTo(MONDAY);
  }

  private async stopSenders(): Promise<void> {
    for (const sender of this.senders.splice(0)) await sender.stop();
  }

  async close(): Promise<void> {
    await this.stopSenders();
    await this.database.$disconnect();
    await this.drop();
  }
}

export const mail = (url: string): DeliveryChannel => smtpChannel({ url, inTheClear: true, from: FROM });
export const hook = (url: string): DeliveryChannel => webhookChannel({ url, secrets: [SECRET] });
