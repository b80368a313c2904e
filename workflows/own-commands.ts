import { ApplicationFailure, log, sleep } from '@temporalio/workflow';
import type { DomainErrorCode } from '../domain/errors';
import { DOMAIN_ERRORS } from '../domain/errors';
import type { Deadline } from '../domain/process/commit';
import type { CallOutcome, Command } from '../domain/process/decider';
import { elapseClock, settleCall } from '../domain/process/own-commands';

/** How long a process waits with what no policy covers: somebody has to write one. */
const NO_POLICY_RETRY = '5 minutes';

/**
 * Gives a process its own commands. A refusal is logged and reported to a person; it never ends or blocks the
 * process (ADR 37).
 */
export class OwnCommands {
  constructor(
    private readonly processId: string,
    private readonly submit: (commands: readonly Command[]) => Promise<unknown>,
  ) {}

  /** Recomputes the deadlines and takes in news from PostgreSQL. */
  async refresh(): Promise<void> {
    try {
      await this.submit([]);
    } catch (error) {
      this.logRefused('A refresh was refused', refusalCode(error));
    }
  }

  /** How a call ended. What cannot be recorded of it becomes a failure that can: a person is asked what became of the call. */
  async settle(outcome: CallOutcome): Promise<void> {
    try {
      await this.submit([settleCall(outcome)]);
    } catch (error) {
      const code = refusalCode(error);
      this.logRefused('The outcome of a call was refused', code, { key: outcome.key });
      if (code === 'COMMIT.NO_POLICY') {
        await sleep(NO_POLICY_RETRY);
        await this.settle(outcome);
      } else if (!isUnrecorded(outcome)) await this.settle(unrecorded(outcome, code));
    }
  }

  /**
   * Runs a clock step that fell due. A step that cannot be recorded becomes a task for a person or for the
   * policy administrator.
   */
  async elapse(due: Deadline, seq: number): Promise<void> {
    const { clock, step } = due;
    try {
      await this.submit([elapseClock(due, seq)]);
    } catch (error) {
      const code = refusalCode(error);
      this.logRefused('A step of a clock was refused', code, { clock, step: step.key });
      if (code !== 'COMMIT.NO_POLICY') await this.settle(notElapsed(this.processId, due, code));
    }
  }

  private logRefused(message: string, code: string, about: object = {}): void {
    log.error(message, { processId: this.processId, code, ...about });
  }
}

const UNRECORDED = 'Its outcome could not be recorded';

/** In place of an outcome that cannot be recorded: the process goes on. */
const unrecorded = ({ key, call, undo }: CallOutcome, code: DomainErrorCode): CallOutcome => ({
  key,
  call,
  undo,
  outcome: { ok: false, code, reason: UNRECORDED },
});

const isUnrecorded = ({ outcome }: CallOutcome): boolean => !outcome.ok && outcome.reason === UNRECORDED;

/**
 * Reports a clock step that cannot be recorded as a failed call: one key per step, so a person is asked once.
 */
const notElapsed = (processId: string, { clock, step }: Deadline, code: DomainErrorCode): CallOutcome => ({
  key: `${processId}:elapse:${clock}:${step.key}:${step.at}`,
  call: 'elapseClock',
  undo: false,
  outcome: { ok: false, code, reason: `The step ${step.key} of the clock ${clock} could not be recorded` },
});

/** The code of a refusal by the rules or by the commit. @throws the error itself where it is anything else. */
function refusalCode(error: unknown): DomainErrorCode {
  if (error instanceof ApplicationFailure && isCode(error.type)) return error.type;
  throw error;
}

const isCode = (type: string | undefined | null): type is DomainErrorCode =>
  typeof type === 'string' && Object.hasOwn(DOMAIN_ERRORS, type);
