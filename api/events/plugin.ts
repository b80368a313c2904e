import fp from 'fastify-plugin';
import { EVENTS_CHANNEL } from '../../activities/commit-statement';
import type { ApiDependencies } from '../context';
import { PRESENCE_CHANNEL } from './channels';
import { EventLog } from './event-log';
import { Listener } from './listener';
import { PresenceFeed } from './presence-news';
import { ProcessWaiter, type Awaited } from './process-waiter';

declare module 'fastify' {
  interface FastifyInstance {
    /** Events of processes, as PostgreSQL announces them. */
    eventFeed: EventFeed;
  }
}

/** Hears of every commit on one connection a process; wakes those who stream events and those who wait for a process to begin. */
class EventFeed {
  readonly log: EventLog;
  readonly presence = new PresenceFeed();
  private readonly waiter: ProcessWaiter;
  private readonly listener: Listener;

  constructor({
    database,
    databaseUrl,
    logger,
  }: Pick<ApiDependencies, 'database' | 'databaseUrl' | 'logger'>) {
    this.log = new EventLog(database, logger);
    this.waiter = new ProcessWaiter(database, () => this.listener.isListening);
    this.listener = new Listener({
      databaseUrl,
      channels: [EVENTS_CHANNEL, PRESENCE_CHANNEL],
      logger,
      onNotification: (notified) => {
        if (notified?.channel === PRESENCE_CHANNEL) {
          this.presence.announce(notified.payload);
          this.log.nudge();
          return;
        }
        this.waiter.tell(notified?.payload);
        this.log.wake();
      },
    });
  }

  open(): void {
    this.listener.open();
  }

  close(): Promise<void> {
    return this.listener.close();
  }

  /** True as soon as the process has events in PostgreSQL; false where it does not begin, or has none in time. */
  waitForProcess(processId: string, awaited: Awaited): Promise<boolean> {
    return this.waiter.wait(processId, awaited);
  }
}

export default fp(
  (app, dependencies: Pick<ApiDependencies, 'database' | 'databaseUrl' | 'logger'>) => {
    const feed = new EventFeed(dependencies);
    app.decorate('eventFeed', feed);
    app.addHook('onReady', () => feed.open());
    app.addHook('onClose', () => feed.close());
    return Promise.resolve();
  },
  { name: 'event-feed' },
);
