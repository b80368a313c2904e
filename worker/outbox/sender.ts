import { setTimeout as sleep } from 'node:timers/promises';
import { LANGUAGES, type Language } from '../../domain/bilingual';
import { MAX_ATTEMPTS, retryDelayMs } from '../../domain/notices/delivery';
import { linkPurposeOf, type OrganisationNames } from '../../domain/notices/render';
import type { Company } from '../../domain/notices/sign-off';
import type { Database } from '../../platform/database';
import type { CustomerLinks } from '../../platform/customer-links';
import type { Logger } from '../../platform/logger';
import { companyOf, noticeOf, organisationNames, paramsOf } from '../../platform/notice';
import type { DeliveryChannel, DeliveryOutcome, OutgoingMessage } from '../../systems/notify/port';
import type { OutboxMetrics } from './metrics';
import { destinationsOf } from './recipient';
import { caseNumberOf, expireOld, settle, takeDue, type LeasedNotification, type Settlement } from './rows';

const EVERY_MS = 2_000;
/** As many as are sent at once. */
const BATCH = 10;

export interface SenderDependencies {
  readonly database: Database;
  readonly logger: Logger;
  readonly channels: readonly DeliveryChannel[];
  readonly metrics: OutboxMetrics;
  readonly timeZone: string;
  /** Absent where links are not configured. */
  readonly links?: CustomerLinks;
  readonly now: () => Date;
  /** From 0 to 1: the jitter. */
  readonly chance: () => number;
}

/**
 * Sends what stands in the outbox. A message is recorded as sent right after its channel took it; a worker that dies between the two
 * leaves a lease that ends, and the message is sent again under the same id.
 */
export class OutboxSender {
  private readonly ending = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(private readonly dependencies: SenderDependencies) {}

  /** Without a channel nothing is sent: the outbox is read through the API. */
  start(): void {
    if (this.dependencies.channels.length > 0) this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.loop;
    await Promise.all(this.dependencies.channels.map((channel) => channel.close()));
  }

  private async run(): Promise<void> {
    const { logger } = this.dependencies;
    while (!this.ending.signal.aborted) {
      let taken = 0;
      try {
        taken = await this.round();
      } catch (error) {
        logger.error({ err: error }, 'outbox round failed, will be tried again');
      }
      if (taken < BATCH)
        await sleep(EVERY_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  /** Takes and tries one batch. Gives how many messages it took. */
  async round(): Promise<number> {
    const { database, logger, now } = this.dependencies;
    const expired = await expireOld(database, now());
    if (expired > 0) logger.warn({ expired }, 'notifications too old to be sent');
    const rows = await takeDue(database, now(), BATCH);
    const results = await Promise.allSettled(rows.map((row) => this.send(row)));
    for (const result of results)
      if (result.status === 'rejected')
        logger.error({ err: result.reason }, 'notification left to its lease, will be tried again');
    return rows.length;
  }

  private async send(row: LeasedNotification): Promise<void> {
    const { database, logger, now, metrics } = this.dependencies;
    const settlement = await this.attempt(row);
    const isRecorded = await settle(database, row, settlement, now());
    const channel = 'channel' in settlement ? (settlement.channel ?? 'none') : 'none';
    if (settlement.state === 'sent') metrics.sent(channel);
    if (settlement.state === 'failed') metrics.failed(channel);
    if (settlement.state === 'waiting') metrics.retried(channel);
    logger.info(
      {
        notificationId: row.id,
        processId: row.processId,
        template: row.template,
        channel,
        state: settlement.state,
        attempt: row.attempts,
        ...('reason' in settlement && { reason: settlement.reason }),
        ...(settlement.state === 'waiting' && { retryAt: settlement.retryAt.toISOString() }),
        ...(!isRecorded && { leaseLost: true }),
      },
      'notification',
    );
  }

  private async attempt(row: LeasedNotification): Promise<Settlement> {
    const { database, channels } = this.dependencies;
    // Its last sender died with it: perhaps because of it.
    if (row.attempts > MAX_ATTEMPTS) return { state: 'failed', reason: 'sender-lost' };
    const destinations = await destinationsOf(database, row);
    if ('noRecipient' in destinations) return { state: 'kept', reason: destinations.noRecipient };
    const way = destinations
      .flatMap((to) => channels.map((channel) => ({ ...to, channel })))
      .find(({ channel, to }) => channel.carries(to));
    if (!way) return { state: 'kept', reason: 'no-channel' };
    const { to: recipient, mayOpenCase, channel } = way;
    const organisation = await organisationNames(database, [row]);
    const link = mayOpenCase ? await this.linkFor(row) : undefined;
    const company = recipient.kind === 'staff' ? undefined : await companyOf(database);
    const message = this.messageOf(row, recipient, { organisation, link, company });
    // Written by a newer version, perhaps: a worker of that version has its words.
    if (!message) return this.settlementOf(row, channel.name, { kind: 'unavailable', reason: 'no-words' });
    return this.settlementOf(row, channel.name, await channel.deliver(message));
  }

  /** Made now, for this message and its customer alone: what stands in the outbox opens nothing (R36). */
  private async linkFor(row: LeasedNotification) {
    const { id, template, customerId } = row;
    const { links, now } = this.dependencies;
    const purpose = linkPurposeOf(template);
    if (!links?.areSent || customerId === null || purpose === undefined) return undefined;
    const order = { caseNumber: caseNumberOf(row), customerId, purpose, notificationId: id };
    return (await links.issue(order, now())).url;
  }

  private messageOf(
    row: LeasedNotification,
    recipient: OutgoingMessage['recipient'],
    more: {
      readonly organisation: OrganisationNames;
      readonly link: string | undefined;
      readonly company: Company | undefined;
    },
  ): OutgoingMessage | undefined {
    const language: Language = LANGUAGES.find((known) => known === row.language) ?? 'zh';
    const { caseNumber } = paramsOf(row.params);
    try {
      return {
        id: row.id,
        template: row.template,
        language,
        ...noticeOf(row, { language, timeZone: this.dependencies.timeZone, ...more }),
        ...(typeof caseNumber === 'string' && { caseNumber }),
        createdAt: row.createdAt.toISOString(),
        recipient,
      };
    } catch {
      return undefined;
    }
  }

  private settlementOf(
    { attempts }: LeasedNotification,
    channel: string,
    outcome: DeliveryOutcome,
  ): Settlement {
    switch (outcome.kind) {
      case 'sent':
        return { state: 'sent', channel };
      case 'refused':
        return { state: 'failed', channel, reason: outcome.reason };
      case 'unavailable': {
        const { reason, retryAfterMs } = outcome;
        if (attempts >= MAX_ATTEMPTS) return { state: 'failed', channel, reason };
        const delayMs = retryDelayMs(attempts, this.dependencies.chance(), retryAfterMs);
        return {
          state: 'waiting',
          channel,
          reason,
          retryAt: new Date(this.dependencies.now().getTime() + delayMs),
        };
      }
    }
  }
}
