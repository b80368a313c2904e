import { ClockRegisterCache } from '../../activities/clock-registers';
import { serviceCase } from '../../domain/case/decider';
import { Lanes } from '../../platform/lanes';
import { ProcessBeginner } from '../../platform/process-beginner';
import type { Api, ApiDependencies } from '../context';
import type { Intake, Registered } from './desk';
import { patienceWith } from './patience';
import { register, REGISTER_AT_ONCE } from './register';

interface TakenIn {
  readonly row: Registered['request'];
  readonly sender: Registered['known'];
  /** Temporal runs the case; where it is away, it begins later by itself. */
  readonly isStarted: boolean;
}

/** Registers requests and begins their cases, for every door by which requests come. */
export function createIntake(app: Api, dependencies: ApiDependencies) {
  const { config, database } = dependencies;
  const desk = {
    database,
    config,
    clockRegisters: new ClockRegisterCache(database),
    turns: new Lanes(REGISTER_AT_ONCE),
  };
  const beginner = new ProcessBeginner(dependencies);
  app.addHook('onClose', () => beginner.close());
  let inFlight = 0;

  async function takeInNow(intake: Intake): Promise<TakenIn> {
    const { request: row, isRepeat, known: sender } = await register(desk, intake);
    dependencies.logger.info(
      {
        traceId: intake.traceId,
        requestNumber: row.number,
        processId: row.caseNumber,
        channel: intake.request.channel,
        isRepeat,
      },
      'request registered',
    );
    const begin = (): Promise<boolean> => {
      if (row.startedAt !== null) return Promise.resolve(true);
      const start = { processId: row.caseNumber, type: serviceCase.type, start: row.start };
      return isRepeat ? beginner.resume(start) : beginner.begin(start);
    };
    // Temporal has taken it; with every worker away it still has not begun.
    const isStarted = await app.eventFeed.waitForProcess(row.caseNumber, {
      begin,
      isNew: !isRepeat,
      timeoutMs: patienceWith(inFlight, isRepeat),
    });
    return { row, sender, isStarted };
  }

  return async (intake: Intake): Promise<TakenIn> => {
    inFlight += 1;
    return takeInNow(intake).finally(() => (inFlight -= 1));
  };
}
export type TakeIn = ReturnType<typeof createIntake>;
