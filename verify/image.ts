import type { Fold, ProcessKind, ProcessKinds } from '../activities/process-kind';
import type { Recorded } from '../domain/process/decider';
import type { Prisma, Transaction } from '../platform/database';
import { Chain } from './chain';
import { CommandBook } from './commands';
import { deepDifferences, type SeqDifference } from './difference';
import { isDataFault } from './faults';
import { notificationDifferences, orphanNotifications, type EventEffects } from './notifications';
import { PAGE_ROWS, pages } from './pages';
import { readModelDifferences } from './read-model';
import { claimedBy, swallowedSteps } from './system-steps';

/** The rows that PostgreSQL holds of one process, checked against its own events. */
export interface Image {
  /** Type of the process. */
  readonly type: string;
  /** Number of the last event. */
  readonly seq: number;
  /** The fold of all events; undefined where they cannot be folded, which is among the differences. */
  readonly fold: Fold | undefined;
  readonly differences: readonly SeqDifference[];
}

type ProcessRow = Prisma.ProcessGetPayload<object>;

/**
 * Reads a process page by page and compares its rows with one another. Undefined where there is no such process.
 * @param tx a transaction that sees one state of the database (repeatable read).
 */
export async function checkImage(
  tx: Transaction,
  kinds: ProcessKinds,
  processId: string,
): Promise<Image | undefined> {
  const row = await tx.process.findUnique({ where: { id: processId } });
  if (row === null) return undefined;
  const kind = kinds.get(row.type);
  if (kind) return check(tx, kind, row);
  const known = `one of ${[...kinds.keys()].join(', ')}`;
  return {
    type: row.type,
    seq: row.seq,
    fold: undefined,
    differences: [{ seq: row.seq, field: 'process.type', expected: known, actual: row.type }],
  };
}

async function check(tx: Transaction, kind: ProcessKind, row: ProcessRow): Promise<Image> {
  const processId = row.id;
  const chain = new Chain(processId);
  const commands = new CommandBook(processId, row.seq);
  const folder = new Folder(kind);
  const differences: SeqDifference[] = [];
  const read = (after: number | undefined) =>
    tx.processEvent.findMany({
      where: { processId, ...(after !== undefined && { seq: { gt: after } }) },
      orderBy: { seq: 'asc' },
      take: PAGE_ROWS,
    });
  for await (const page of pages(read, ({ seq }) => seq)) {
    const links = page.map((event) => chain.take(event));
    const events = links.flatMap(({ event }) => event ?? []);
    const { caused, faults } = folder.take(events);
    differences.push(
      ...links.flatMap((link) => link.differences),
      ...faults,
      ...(await commands.take(tx, events)),
      ...events.flatMap(claimedBy),
      ...(await notificationDifferences(tx, processId, caused)),
    );
  }
  const { seq } = chain;
  differences.push(
    ...chain.differencesOfHead(row),
    ...(await commands.finish(tx)),
    ...(await swallowedSteps(tx, processId)),
    ...(await orphanNotifications(tx, processId)),
  );
  const { fold } = folder;
  if (fold) {
    const at = row.updatedAt.toISOString();
    const image = [
      ...deepDifferences('state', plain(fold.state), plain(kind.tidied(row.state))),
      ...deepDifferences('process.ended', fold.isEnded, row.ended),
      ...(await readModelDifferences(tx, kind, { processId, seq, at, fold })),
    ];
    differences.push(...image.map((difference) => ({ seq, ...difference })));
  }
  return { type: row.type, seq, fold, differences };
}

/** Folds events one by one, so that one that does not fit is named. */
class Folder {
  private current: Fold | undefined;

  constructor(private readonly kind: ProcessKind) {
    this.current = kind.fold(kind.initial, []);
  }

  get fold(): Fold | undefined {
    return this.current;
  }

  take(events: readonly Recorded[]): {
    readonly caused: readonly EventEffects[];
    readonly faults: readonly SeqDifference[];
  } {
    const caused: EventEffects[] = [];
    for (const event of events) {
      if (this.current === undefined) break;
      try {
        this.current = this.kind.fold(this.current.state, [event]);
      } catch (error) {
        if (!isDataFault(error)) throw error;
        this.current = undefined;
        const expected = `an event of a ${this.kind.type}`;
        return {
          caused,
          faults: [{ seq: event.seq, field: 'event', expected, actual: `${event.type}: ${error.message}` }],
        };
      }
      caused.push(...this.current.effects);
    }
    return { caused, faults: [] };
  }
}

/** As PostgreSQL and Temporal hold it: without what JSON leaves out. */
export function plain(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}
