import type { Actor } from '../identity/actor';
import { DomainError } from '../errors';

/** The first command of a case: it has no sender that could repeat it under another id. */
export const REGISTER_ID = 'register';

/** @param key of the settled call. */
export const settleId = (key: string): string => `settle:${key}`;

/** A ladder can begin again and come to the same instant: the version tells the two apart. */
export const elapseId = (
  due: { clock: string; step: { key: string; at: number } },
  version: number,
): string => `elapse:${due.clock}:${due.step.key}:${due.step.at}:${version}`;

/** The key of a call, and the id of the command that a call takes to another process. */
export const callKey = (processId: string, seq: number, n: number): string => `${processId}:${seq}:${n}`;

/** @param name unique among absences; the absence's id is also the id of the command that tells a case of it. */
export const absenceIdOf = (name: string): string => `absence:${name}`;
/** Id of the command that notifies a case of a customer merge or its reversal. */
export const mergedId = (mergeId: string): string => `merged:${mergeId}`;
export const unmergedId = (mergeId: string): string => `unmerged:${mergeId}`;
export const withdrawnId = (absenceId: string): string => `${absenceId}:withdrawn`;

/** The ids that Aftercare gives to its own commands: by a prefix of theirs, or by the number of the process that sends them. */
const SYSTEM_ID = /^(?:register$|(?:settle|elapse|absence|merged|unmerged):|[A-Z]{2}-\d{4}-\d{6,9}:)/;

/**
 * True for an id of the system's own commands. A command is done once by its id, so a caller who took one of these first would have the
 * system's step passed over as done.
 */
export const isSystemId = (id: string): boolean => SYSTEM_ID.test(id);

/** @throws {DomainError} COMMAND.ID_RESERVED for the system's id on somebody else's command. */
export function refuseClaimedIds(commands: readonly { readonly id: string; readonly actor: Actor }[]): void {
  const claimed = commands.find(({ id, actor }) => actor.kind !== 'system' && isSystemId(id));
  if (claimed) throw new DomainError('COMMAND.ID_RESERVED', { id: claimed.id }, 'id');
}
