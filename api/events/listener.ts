import { Client } from 'pg';
import type { Logger } from '../../platform/logger';

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;

export interface Notified {
  readonly channel: string;
  readonly payload: string;
}

export interface ListenerOptions {
  readonly databaseUrl: string;
  readonly channels: readonly string[];
  readonly logger: Logger;
  /** Each notification; undefined when the connection is new, so that any number may have been missed. */
  readonly onNotification: (notification: Notified | undefined) => void;
}

/** One connection that listens on channels of PostgreSQL, and comes back when it is lost. */
export class Listener {
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private retryMs = FIRST_RETRY_MS;
  private closed = false;
  private connecting: Promise<void> | undefined;

  constructor(private readonly options: ListenerOptions) {}

  /** Begins to listen, in the background: PostgreSQL may be away. */
  open(): void {
    this.connecting = this.connect();
  }

  get isListening(): boolean {
    return this.client !== undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.connecting;
    const { client } = this;
    this.client = undefined;
    await client?.end();
  }

  private async connect(): Promise<void> {
    const { databaseUrl, channels, logger, onNotification } = this.options;
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      application_name: 'aftercare events',
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload = '' }) => onNotification({ channel, payload }));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      logger.warn({ err: error }, 'not listening for events: trying again');
      await client
        .end()
        .catch((cause: unknown) => logger.debug({ err: cause }, 'connection was down already'));
      this.connectLater();
      return;
    }
    if (this.closed) return client.end();
    this.client = client;
    this.retryMs = FIRST_RETRY_MS;
    onNotification(undefined);
  }

  private lost(client: Client, error?: Error): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.options.logger.warn({ err: error }, 'no longer listening for events: connecting again');
    this.connectLater();
  }

  private connectLater(): void {
    if (this.closed) return;
    this.retry = setTimeout(() => this.open(), this.retryMs).unref();
    this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS);
  }
}
