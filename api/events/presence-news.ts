import { sees, type Placement, type Scope } from '../../domain/identity/scope';

/** A case that somebody has opened or left, and where it is. */
export interface PresenceNews extends Placement {
  readonly caseNumber: string;
}

/** Most cases in one report to a reader: one that far behind reads again what they show. */
const MOST = 1_000;

/** Changes in the presence of people, for one reader of the event stream, until they are read. */
export class PresenceInbox {
  private readonly news = new Map<string, PresenceNews>();

  constructor(private readonly caseNumber?: string) {}

  get isEmpty(): boolean {
    return this.news.size === 0;
  }

  put(news: PresenceNews): void {
    if (this.caseNumber !== undefined && news.caseNumber !== this.caseNumber) return;
    if (this.news.size < MOST) this.news.set(news.caseNumber, news);
  }

  /** Numbers of the cases that the reader sees, each once. */
  take(scope: Scope): readonly string[] {
    const taken = [...this.news.values()].filter((one) => sees(scope, one));
    this.news.clear();
    return taken.map(({ caseNumber }) => caseNumber);
  }
}

/** Hands what PostgreSQL announces to the inboxes of the readers that are there. */
export class PresenceFeed {
  private readonly inboxes = new Set<PresenceInbox>();

  open(caseNumber?: string): PresenceInbox {
    const inbox = new PresenceInbox(caseNumber);
    this.inboxes.add(inbox);
    return inbox;
  }

  close(inbox: PresenceInbox): void {
    this.inboxes.delete(inbox);
  }

  /** @param payload as it was announced; one of another form is passed over. */
  announce(payload: string): void {
    const news: unknown = JSON.parse(payload);
    if (isNews(news)) for (const inbox of this.inboxes) inbox.put(news);
  }
}

const isTextOrNull = (value: unknown): value is string | null => typeof value === 'string' || value === null;

const isNews = (value: unknown): value is PresenceNews =>
  typeof value === 'object' &&
  value !== null &&
  'caseNumber' in value &&
  typeof value.caseNumber === 'string' &&
  'regionId' in value &&
  isTextOrNull(value.regionId) &&
  'outletId' in value &&
  isTextOrNull(value.outletId);
