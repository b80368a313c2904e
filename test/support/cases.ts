import { createCommit } from '../../activities/commit';
import { PROCESS_KINDS } from '../../activities/processes';
import type { CaseCommand, CaseCommandData, CaseCommandType } from '../../domain/case/commands';
import { PERSON_COMMANDS } from '../../domain/case/decide';
import { serviceCase } from '../../domain/case/decider';
import type { CaseEvent } from '../../domain/case/events';
import type { Registration } from '../../domain/case/intake/terms';
import type { EngineerFacts } from '../../domain/case/facts';
import type { CaseState } from '../../domain/case/state';
import type { Priority, RequestType } from '../../domain/case/terms';
import { DomainError } from '../../domain/errors';
import { SYSTEM, type Actor } from '../../domain/identity/actor';
import { Ledger } from '../../domain/process/ledger';
import type { Database } from '../../platform/database';
import { createLogger } from '../../platform/logger';

const MINUTE_MS = 60_000;

/** People of the sample company. */
export const CLERK: Actor = {
  kind: 'staff',
  id: 'stf-010',
  name: '陆欣然',
  roles: ['enquiry-clerk'],
  organisationId: 'east',
};
export const DIRECTOR: Actor = {
  kind: 'staff',
  id: 'stf-009',
  name: '顾承安',
  roles: ['centre-director'],
  organisationId: 'east',
};
export const LI_WEI: EngineerFacts = {
  id: 'stf-027',
  name: '李巍',
  outletId: 'sh-pudong',
  regionId: 'east',
  serviceLevel: 'A',
};
export const engineerActor = ({ id, name, outletId }: EngineerFacts): Actor => ({
  kind: 'staff',
  id,
  name,
  roles: ['repair-engineer'],
  organisationId: outletId,
});

/** How often each engineer was sent: no engineer is in two places at once (design decision 9). */
const dispatchesOf = new Map<string, number>();

let numbers = 900_000;
const nextCaseNumber = (): string => `AS-2026-${(numbers += 1)}`;

type Step = (it: CaseBuilder) => Promise<void>;

/**
 * A case in the read model, through the real rules, ledger and commit, without a workflow: `await aCase(database).answered().commit()`.
 * One command every ten minutes from its receipt on.
 */
export class CaseBuilder {
  readonly number = nextCaseNumber();
  private readonly ledger = new Ledger<CaseState, CaseCommand, CaseEvent>(serviceCase);
  private readonly steps: Step[] = [];
  private registration: Partial<Registration> = {};
  private engineer: EngineerFacts = LI_WEI;
  private nowMs = Date.parse('2026-11-16T01:00:00.000Z');

  constructor(private readonly database: Database) {}

  get seq(): number {
    return this.ledger.seq;
  }
  get state(): CaseState {
    return this.ledger.state;
  }

  with(changes: Partial<Registration>): this {
    this.registration = { ...this.registration, ...changes };
    return this;
  }
  receivedAt(instant: string): this {
    this.nowMs = Date.parse(instant);
    return this;
  }
  /** Sets a customer of the sample company. */
  of(customerId: string, regionId = 'east'): this {
    return this.with({ customer: { id: customerId, name: customerId, status: 'active' }, regionId });
  }

  answered(text = '已安排，请稍候'): this {
    return this.give('answer', { text }, CLERK);
  }
  classified(
    requestType: RequestType = 'repair',
    priority: Priority = 'normal',
    symptom = '运行时漏油',
  ): this {
    return this.give('classify', { requestType, priority, symptom }, CLERK);
  }
  dispatched(engineer: EngineerFacts = LI_WEI): this {
    this.engineer = engineer;
    return this.step(async (it) => {
      const before = dispatchesOf.get(engineer.id) ?? 0;
      dispatchesOf.set(engineer.id, before + 1);
      const fromMs = it.nowMs + (60 + 180 * before) * MINUTE_MS;
      const from = new Date(fromMs).toISOString();
      const to = new Date(fromMs + 120 * MINUTE_MS).toISOString();
      await it.run(
        'dispatch',
        { engineer, appointment: { from, to }, parts: [{ partNumber: 'SP-11075', quantity: 1 }] },
        CLERK,
      );
    });
  }
  arrived(): this {
    return this.give('arrive', {}, engineerActor(this.engineer));
  }
  repaired(): this {
    const work = { fault: '轴封磨损', cause: '油质老化', work: '更换轴封', verification: '试机两小时无渗漏' };
    return this.give('repair', work, engineerActor(this.engineer));
  }
  reported(): this {
    const costs = {
      labourMinutes: 90,
      travelMinutes: 40,
      labourCostCents: 30_000,
      travelCostCents: 8_000,
      partsCostCents: 23_600,
    };
    return this.give(
      'report',
      { ...costs, currency: 'CNY', signedBy: '邵文娟' },
      engineerActor(this.engineer),
    );
  }
  surveyed(productScore = 5, serviceScore = 5, comment = '满意'): this {
    return this.give('recordSurvey', { productScore, serviceScore, comment }, CLERK);
  }
  revisited(): this {
    return this.give('recordRevisit', { outcome: 'satisfied', note: '运行正常' }, CLERK);
  }
  closed(): this {
    return this.give('close', {}, CLERK);
  }
  cancelled(reason = '客户自行处理'): this {
    return this.give('cancel', { reason }, DIRECTOR);
  }
  paused(reason = '等待客户确认'): this {
    return this.give('pause', { reason }, CLERK);
  }
  noted(text: string): this {
    return this.give('addNote', { text }, CLERK);
  }

  give<T extends CaseCommandType>(
    type: T,
    data: CaseCommandData[T],
    actor: Actor,
    occurredAt?: string,
  ): this {
    return this.step((it) => it.run(type, data, actor, occurredAt));
  }

  /** Registers the case and plays what was asked for so far. */
  async commit(): Promise<this> {
    if (this.ledger.seq === 0) await this.run('register', this.register(), SYSTEM);
    for (const step of this.steps.splice(0)) await step(this);
    return this;
  }

  /** A promise, that of the answer if no other, was not kept when it fell due a day later, and its ladder tells so. */
  breached(clock = 'answer'): this {
    return this.step(async (it) => {
      const at = it.nowMs + 24 * 60 * MINUTE_MS;
      const step = { key: 'breach', kind: 'breach', at, dueAt: new Date(at).toISOString() } as const;
      it.nowMs = at;
      await it.submit([
        { id: `${it.number}-elapse`, type: 'elapseClock', data: { clock, step }, actor: SYSTEM },
      ]);
    });
  }

  private step(step: Step): this {
    this.steps.push(step);
    return this;
  }

  private run<T extends CaseCommandType>(
    type: T,
    data: CaseCommandData[T],
    actor: Actor,
    occurredAt?: string,
  ): Promise<void> {
    const id = `${this.number}-${this.ledger.seq}-${type}`;
    return this.submit([
      commandOf(type, data, { id, actor, ...(occurredAt !== undefined && { occurredAt }) }),
    ]);
  }

  private async submit(
    commands: Parameters<Ledger<CaseState, CaseCommand, CaseEvent>['accept']>[0],
  ): Promise<void> {
    const commit = createCommit({
      database: this.database,
      kinds: PROCESS_KINDS,
      logger: createLogger('test', 'silent'),
    });
    const entry = this.ledger.accept(commands, new Date(this.nowMs).toISOString());
    this.ledger.settle(await commit(this.ledger.request(entry, this.number)));
    if (entry.outcome instanceof DomainError) throw entry.outcome;
    this.nowMs += 10 * MINUTE_MS;
  }

  private register(): Registration {
    return {
      caseNumber: this.number,
      requestNumber: this.number.replace('AS', 'RQ'),
      receivedAt: new Date(this.nowMs).toISOString(),
      channel: 'phone',
      sender: { kind: 'customer', name: '邵文娟', phone: '+8615124474580', email: 'shebei@lanting.example' },
      subject: '空压机漏油',
      text: '三号空压机运行时漏油，请尽快派人。',
      language: 'zh',
      openCases: [],
      intakeOrganisationId: 'east',
      serviceLevel: 'A',
      ...this.registration,
    };
  }
}

export const aCase = (database: Database): CaseBuilder => new CaseBuilder(database);

function commandOf<T extends CaseCommandType>(
  type: T,
  data: CaseCommandData[T],
  envelope: { readonly id: string; readonly actor: Actor; readonly occurredAt?: string },
) {
  const message = { type, data };
  if (!isCommand(message)) throw new Error(`${type} is no command`);
  return { ...message, ...envelope };
}

/** Type and data belong together by the signature of `commandOf`; TypeScript does not carry that into the union. */
const isCommand = (message: { readonly type: string; readonly data: object }): message is CaseCommand =>
  message.type === 'register' ||
  PERSON_COMMANDS.some((type) => type === message.type) ||
  message.type === 'recordJoinedRequest' ||
  message.type === 'takeJoined' ||
  message.type === 'recordMerged' ||
  message.type === 'recordUnmerged';
