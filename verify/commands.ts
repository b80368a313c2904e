import type { Recorded } from '../domain/process/decider';
import type { Prisma, Transaction } from '../platform/database';
import type { SeqDifference } from './difference';

type CommandRow = Prisma.ProcessCommandGetPayload<object>;

/**
 * The commands of a process against its events: each event's command has its row, which names the last event of its batch and the
 * batch's instant. A command without events (a step of a clock that had become pointless) has a row too, so a row more says nothing.
 */
export class CommandBook {
  private previous: { readonly event: Recorded; readonly row: CommandRow | undefined } | undefined;

  /** @param headSeq what the process's row names as its last event. */
  constructor(
    private readonly processId: string,
    private readonly headSeq: number,
  ) {}

  async take(tx: Transaction, events: readonly Recorded[]): Promise<readonly SeqDifference[]> {
    const commandIds = [...new Set(events.map(({ commandId }) => commandId))];
    const found = await tx.processCommand.findMany({
      where: { processId: this.processId, commandId: { in: commandIds } },
    });
    const rows = new Map(found.map((row) => [row.commandId, row]));
    return events.flatMap((event) => this.next(event, rows.get(event.commandId)));
  }

  /** Once all events have been taken. */
  async finish(tx: Transaction): Promise<readonly SeqDifference[]> {
    const last = this.previous?.event.seq ?? 0;
    const limit = Math.max(last, this.headSeq);
    const beyond = await tx.processCommand.findMany({
      where: { processId: this.processId, seq: { gt: limit } },
      orderBy: [{ seq: 'asc' }, { commandId: 'asc' }],
    });
    // Where the last events are missing, that has been said, and the end of their batch is not known.
    const ended = limit > last ? [] : this.endBatch();
    return [
      ...ended,
      ...beyond
        .filter(({ commandId }) => ended.length === 0 || commandId !== this.previous?.event.commandId)
        .map(({ commandId, seq }) => ({
          seq: last,
          field: `process_command[${commandId}].seq`,
          expected: `at most ${limit}`,
          actual: seq,
        })),
    ];
  }

  private next(event: Recorded, row: CommandRow | undefined): readonly SeqDifference[] {
    const { previous } = this;
    const isFirst = previous?.event.commandId !== event.commandId;
    const ended = row && this.isNextBatch(event, row) ? this.endBatch() : [];
    this.previous = { event, row };
    if (!isFirst) return ended;
    const field = `process_command[${event.commandId}]`;
    if (row === undefined) return [...ended, { seq: event.seq, field, expected: 'a row', actual: 'none' }];
    const at = row.at.toISOString();
    return at === event.at
      ? ended
      : [...ended, { seq: event.seq, field: `${field}.at`, expected: event.at, actual: at }];
  }

  /** The batch before can be judged by this one if nothing is missing between them and this row itself is possible. */
  private isNextBatch(event: Recorded, row: CommandRow): boolean {
    const { previous } = this;
    const isAdjoining = previous !== undefined && event.seq === previous.event.seq + 1;
    const isPossible = row.seq >= event.seq && row.seq <= Math.max(event.seq, this.headSeq);
    return isAdjoining && isPossible && previous.row?.seq !== row.seq;
  }

  private endBatch(): readonly SeqDifference[] {
    if (this.previous?.row === undefined) return [];
    const { event, row } = this.previous;
    if (row.seq === event.seq) return [];
    return [
      {
        seq: event.seq,
        field: `process_command[${event.commandId}].seq`,
        expected: event.seq,
        actual: row.seq,
      },
    ];
  }
}
