import { randomUUID } from 'node:crypto';
import { linkExpiry, type LinkPurpose } from '../domain/identity/customer-link';
import type { Config } from './config';
import type { Prisma, Database } from './database';
import { LinkTokens } from './link-token';

/** Purpose and scope of a new link. */
export interface LinkOrder {
  readonly caseNumber: string;
  readonly customerId: string;
  readonly purpose: LinkPurpose;
  /** The message that takes it along: asked for again, the same link is given. */
  readonly notificationId?: string;
}

export interface IssuedLink {
  readonly id: string;
  /** Grants its bearer access to the case: never logged, never stored. */
  readonly token: string;
  /** Where the customer opens it; undefined where no page is configured. */
  readonly url?: string;
  readonly expiresAt: Date;
}

type LinkRow = Prisma.CustomerLinkGetPayload<object>;

/** Issues customers' links and keeps the register of them (R36, ADR 23). */
export class CustomerLinks {
  private constructor(
    private readonly database: Database,
    private readonly tokens: LinkTokens,
    private readonly pageUrl: string | undefined,
  ) {}

  /** Undefined when links are not configured: messages to customers then carry none. */
  static of(
    database: Database,
    config: Pick<Config, 'AFTERCARE_LINK_SECRET' | 'AFTERCARE_CUSTOMER_URL'>,
  ): CustomerLinks | undefined {
    const { AFTERCARE_LINK_SECRET: secret, AFTERCARE_CUSTOMER_URL: pageUrl } = config;
    return secret === undefined ? undefined : new CustomerLinks(database, new LinkTokens(secret), pageUrl);
  }

  /** False: a link would lead nowhere, so no message speaks of one. */
  get areSent(): boolean {
    return this.pageUrl !== undefined;
  }

  async issue(order: LinkOrder, now: Date): Promise<IssuedLink> {
    const row = await this.register(order, now);
    const token = await this.tokens.sign({ ...row, purpose: order.purpose });
    return {
      id: row.id,
      token,
      // After the hash: a browser sends it to no server, not as an address and not as a referrer (RFC 9110 §10.1.3).
      ...(this.pageUrl !== undefined && { url: `${this.pageUrl}#${token}` }),
      expiresAt: row.expiresAt,
    };
  }

  /** @throws {LinkRefused} */
  read(token: string, now: Date) {
    return this.tokens.read(token, now);
  }

  private async register({ notificationId, ...order }: LinkOrder, now: Date): Promise<LinkRow> {
    // Whole seconds: the token knows no other.
    const issuedAt = new Date(Math.floor(now.getTime() / 1_000) * 1_000);
    const data = { ...order, id: randomUUID(), issuedAt, expiresAt: linkExpiry(order.purpose, issuedAt) };
    if (notificationId === undefined) return this.database.customerLink.create({ data });
    await this.database.customerLink.createMany({
      data: [{ ...data, notificationId }],
      skipDuplicates: true,
    });
    return this.database.customerLink.findUniqueOrThrow({ where: { notificationId } });
  }
}
