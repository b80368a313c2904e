import type { CommitRequest, CommitResult } from '../../../../domain/process/commit';
import type { Recorded } from '../../../../domain/process/decider';

/** Guarantees of `activities/commit.ts` without PostgreSQL: append-only, and safe to repeat. */
export class FakePostgres {
  readonly log: Recorded[] = [];
  /** Ids of the commands that were done. */
  readonly done = new Set<string>();

  /** @param isContended another process holds what the batch claims. */
  commit({ fromSeq, events, commands }: CommitRequest, isContended = false): CommitResult {
    if (this.log.length >= fromSeq)
      return { kind: 'superseded', events: this.log.slice(fromSeq - 1), deadlines: [] };
    if (this.log.length < fromSeq - 1) throw new Error(`events are missing before ${fromSeq}`);
    const repeated = commands.map(({ id }) => id).filter((id) => this.done.has(id));
    if (repeated.length > 0) return { kind: 'duplicate', commandIds: repeated, deadlines: [] };
    if (isContended && events.length > 0)
      return { kind: 'refused', refusal: { code: 'ENGINEER.NOT_FREE', params: {} } };
    events.forEach((event, n) => {
      if (event.seq !== fromSeq + n) throw new Error(`event ${event.seq} in the place of ${fromSeq + n}`);
      this.log.push(event);
    });
    for (const { id } of commands) this.done.add(id);
    return { kind: 'committed', deadlines: [] };
  }
}
