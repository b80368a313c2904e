import type { CallAnswer, Commit } from '../domain/process/commit';
import type { PendingCall } from '../domain/process/calls';
import { SystemRefusal } from '../systems/shared/errors';
import type { Calls } from './system-calls';

/** How long commits leave a system alone that gave no answer: each of them would keep somebody waiting for its command. */
const REST_MS = 10_000;

/**
 * A commit that tries what it asks of other systems at once, each call one time, and gives back what they answered (ADR 32). Where no answer
 * came, the process makes the call as an activity of its own, under the same key.
 * @param systems the calls to each system: one that gives no answer does not keep commits from trying another.
 */
export function tryingCalls(
  commit: Commit,
  systems: readonly Calls[],
  now = () => performance.now(),
): Commit {
  const trials = systems.map((calls) => new Trial(calls, now));
  const attempt = async (processId: string, pending: PendingCall): Promise<readonly CallAnswer[]> => {
    const outcome = await trials
      .find(({ calls }) => Object.hasOwn(calls, pending.call))
      ?.make(processId, pending);
    return outcome ? [{ key: pending.key, outcome }] : [];
  };
  return async (request) => {
    const result = await commit(request);
    if (result.kind !== 'committed' || !request.calls) return result;
    const tried = await Promise.all(request.calls.map((pending) => attempt(request.processId, pending)));
    const answers = tried.flat();
    return answers.length > 0 ? { ...result, answers } : result;
  };
}

class Trial {
  private restsUntil = Number.NEGATIVE_INFINITY;

  constructor(
    readonly calls: Calls,
    private readonly now: () => number,
  ) {}

  /** Undefined where no answer came: what became of the call is not known. */
  async make(processId: string, pending: PendingCall): Promise<CallAnswer['outcome'] | undefined> {
    const { call: name, after: _after, about: _about, ...asked } = pending;
    const call = this.calls[name];
    if (!call || this.now() < this.restsUntil) return undefined;
    try {
      return { ok: true, result: await call({ ...asked, processId }) };
    } catch (error) {
      if (error instanceof SystemRefusal) {
        const { code, message, params } = error;
        return { ok: false, code, reason: message, params: { ...params } };
      }
      // Whatever it was is on record (`logged`), and comes again where the call is made by itself.
      this.restsUntil = this.now() + REST_MS;
      return undefined;
    }
  }
}
