import { createCommit } from '../../activities/commit';
import { PROCESS_KINDS } from '../../activities/processes';
import type { CaseCommand } from '../../domain/case/commands';
import { serviceCase } from '../../domain/case/decider';
import type { CaseEvent } from '../../domain/case/events';
import type { Registration } from '../../domain/case/intake/terms';
import type { CaseState } from '../../domain/case/state';
import { DomainError } from '../../domain/errors';
import { SYSTEM } from '../../domain/identity/actor';
import type { Commit } from '../../domain/process/commit';
import type { Command } from '../../domain/process/decider';
import { Ledger } from '../../domain/process/ledger';
import type { Database } from '../../platform/database';
import { createLogger } from '../../platform/logger';

const MINUTE_MS = 60_000;
const BEGIN = Date.parse('2026-03-02T01:00:00.000Z');

const RECEIVED_AT = '2026-03-02T00:30:00.000Z';

export const aRegistration = (caseNumber: string, changes: Partial<Registration> = {}): Registration => ({
  caseNumber,
  requestNumber: caseNumber.replace('AS', 'RQ'),
  receivedAt: RECEIVED_AT,
  channel: 'phone',
  sender: { kind: 'customer', name: '王芳', phone: '+8613912345678' },
  subject: 'Compressor does not start',
  text: '空压机无法启动',
  language: 'zh',
  customer: { id: 'customer-1', name: '华东机械', status: 'active' },
  openCases: [],
  intakeOrganisationId: 'east',
  regionId: 'east',
  serviceLevel: 'A',
  ...changes,
});

/** A service case as PostgreSQL has it, written through the real ledger and commit, a minute a command, without a workflow. */
export class CommittedCase {
  private readonly ledger = new Ledger<CaseState, CaseCommand, CaseEvent>(serviceCase);
  private readonly commit: Commit;
  private minutes = 0;
  private commands = 0;

  constructor(
    database: Database,
    readonly id: string,
  ) {
    this.commit = createCommit({ database, kinds: PROCESS_KINDS, logger: createLogger('commit', 'silent') });
  }

  static async registered(
    database: Database,
    id: string,
    changes?: Partial<Registration>,
  ): Promise<CommittedCase> {
    const it = new CommittedCase(database, id);
    await it.give({ type: 'register', data: aRegistration(id, changes) });
    return it;
  }

  get seq(): number {
    return this.ledger.seq;
  }

  /** Decides the commands as one batch and commits it. */
  async give(...commands: (CaseCommand | Command<CaseCommand>)[]): Promise<this> {
    const now = new Date(BEGIN + this.minutes * MINUTE_MS).toISOString();
    this.minutes += 1;
    const entry = this.ledger.accept(
      commands.map((command) => ({ ...command, id: `command-${(this.commands += 1)}`, actor: SYSTEM })),
      now,
    );
    this.ledger.settle(await this.commit(this.ledger.request(entry, this.id)));
    if (entry.outcome instanceof DomainError) throw entry.outcome;
    return this;
  }
}

/** Removes all that PostgreSQL knows of a process, what is append-only included. */
export async function forget(database: Database, processId: string): Promise<void> {
  const where = { processId };
  await database.$transaction([
    database.$executeRaw`SET LOCAL session_replication_role = replica`,
    database.notification.deleteMany({ where }),
    database.task.deleteMany({ where }),
    database.processClock.deleteMany({ where }),
    database.engineerSlot.deleteMany({ where }),
    database.trip.deleteMany({ where }),
    database.serviceCase.deleteMany({ where }),
    database.processCommand.deleteMany({ where }),
    database.processEvent.deleteMany({ where }),
    database.process.deleteMany({ where: { id: processId } }),
  ]);
}
