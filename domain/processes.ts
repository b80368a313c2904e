import { SERVICE_CASE } from './case';
import { PARTS_ORDER } from './parts-order';
import type { ProcessModule } from './process/module';

/** The processes of Aftercare: one line each. For a code of two processes, the first one's words count. */
const PROCESSES = [SERVICE_CASE, PARTS_ORDER] as const satisfies readonly ProcessModule[];

type Part = keyof ProcessModule;
type KeysOf<Module, P extends Part> = Module extends ProcessModule ? keyof Module[P] & string : never;

/** The keys that the processes give a part: codes of refusals, names of clocks. */
export type KeyOf<P extends Part> = KeysOf<(typeof PROCESSES)[number], P>;
export type Said<P extends Part> = Readonly<Record<KeyOf<P>, ProcessModule[P][string]>>;

/** A part of all processes in one table: from it follow the errors, the permissions, the messages and the names. */
export function saidOf<P extends Part>(part: P): Said<P>;
export function saidOf(part: Part): object {
  return Object.fromEntries(PROCESSES.toReversed().flatMap((process) => Object.entries(process[part])));
}

const CLOCKS = saidOf('clocks');
const isClock = (name: string): name is KeyOf<'clocks'> => Object.hasOwn(CLOCKS, name);
/** The clocks that policies may be about, in the order of the processes. */
export const PROCESS_CLOCKS = [
  ...new Set(PROCESSES.flatMap(({ clocks }) => Object.keys(clocks).filter(isClock))),
];
