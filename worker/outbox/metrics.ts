import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../../platform/database';
import type { Logger } from '../../platform/logger';

export interface OutboxMetrics {
  readonly sent: (channel: string) => void;
  readonly failed: (channel: string) => void;
  readonly retried: (channel: string) => void;
}

/** Counts of this worker's sent and failed messages, and of the messages that wait across all workers. */
export function outboxMetrics(
  registry: Registry,
  {
    database,
    logger,
    now,
  }: { readonly database: Database; readonly logger: Logger; readonly now: () => Date },
): OutboxMetrics {
  const registers = [registry];
  const counter = (name: string, help: string) =>
    new Counter({ name, help, labelNames: ['channel'] as const, registers });
  const sent = counter('aftercare_notifications_sent_total', 'Messages sent');
  const failed = counter('aftercare_notifications_failed_total', 'Messages given up');
  const retried = counter('aftercare_notification_retries_total', 'Attempts in vain that will be repeated');
  const gauge = (name: string, help: string, count: (at: Date) => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        try {
          this.set(await count(now()));
        } catch (error) {
          // The other metrics must stay available while PostgreSQL is away.
          logger.warn({ err: error }, 'outbox could not be counted');
        }
      },
    });
  const due = (at: Date) => ({ state: 'waiting', notBefore: { lte: at } });
  gauge('aftercare_notifications_waiting', 'Messages that are due and not sent yet', (at) =>
    database.notification.count({ where: due(at) }),
  );
  gauge(
    'aftercare_notifications_oldest_waiting_seconds',
    'For how long the oldest message has been due and not sent',
    async (at) => {
      const { _min } = await database.notification.aggregate({ where: due(at), _min: { notBefore: true } });
      return _min.notBefore === null ? 0 : (at.getTime() - _min.notBefore.getTime()) / 1000;
    },
  );
  gauge('aftercare_notifications_failed', 'Messages given up and not retried by anybody yet', () =>
    database.notification.count({ where: { state: 'failed' } }),
  );
  return {
    sent: (channel) => {
      sent.inc({ channel });
    },
    failed: (channel) => {
      failed.inc({ channel });
    },
    retried: (channel) => {
      retried.inc({ channel });
    },
  };
}
