import type { Caller } from './caller';
import { batch, CLERK, type Done, newKey, note, openCase } from './cases';
import type { System } from './system';

/** Notes given one after another by one client: each repeated until it is answered for good. */
async function stream(
  by: Caller,
  caseNumber: string,
  ids: readonly string[],
  onDone: () => void,
): Promise<Stream> {
  const stream: Stream = { caseNumber, ids, final: [], troubled: [] };
  for (const id of ids) {
    const attempts = await by.attempts<Done>(batch(caseNumber, note(id)));
    stream.final.push(attempts.at(-1)?.status);
    stream.troubled.push(...attempts.slice(0, -1).map((reply) => reply?.status));
    onDone();
  }
  return stream;
}

export interface Stream {
  readonly caseNumber: string;
  readonly ids: readonly string[];
  readonly final: (number | undefined)[];
  /** Statuses of earlier attempts: undefined for an attempt without an answer. */
  readonly troubled: (number | undefined)[];
}

const CLIENTS = 4;
const NOTES = 8;

/** Several clients at work on a case each; after a few answers `harm` is done, and the clients carry on. */
export async function underHarm(system: System, clerk: Caller, harm: () => Promise<void>): Promise<Stream[]> {
  const cases = await Promise.all(Array.from({ length: CLIENTS }, () => openCase(clerk)));
  let answered = 0;
  let endTime: () => void;
  const time = new Promise<void>((tell) => (endTime = tell));
  const streams = cases.map(async (caseNumber) =>
    stream(await system.as(CLERK), caseNumber, Array.from({ length: NOTES }, newKey), () => {
      answered += 1;
      if (answered === CLIENTS) endTime();
    }),
  );
  await time;
  await harm();
  return Promise.all(streams);
}
