import { expect } from '@jest/globals';
import type { PersonCommandType } from '../../../../domain/case/commands';
import { allowedCommands } from '../../../../domain/case/decide';
import type { CaseEvent } from '../../../../domain/case/events';
import type { CaseState } from '../../../../domain/case/state';
import { DomainError, type DomainErrorCode } from '../../../../domain/errors';
import type { Actor } from '../../../../domain/identity/actor';
import { recordedBy, type AnyCommand, type By, type CaseBuilder } from './case-builder';

/**
 * Given a case – when a command – then its events, or a refusal that left no trace. State and command are
 * frozen: a mutation throws.
 */
export const given = (before: CaseBuilder) => ({
  when(command: AnyCommand, by: By = {}) {
    return {
      /** Exactly these events, in this order. */
      then: (...events: readonly CaseEvent[]): void => {
        expect(eventsOf(before, command, by)).toStrictEqual(events);
      },
      /** Some events among others. */
      thenAmongOthers: (...events: readonly CaseEvent[]): void => {
        expect(eventsOf(before, command, by)).toEqual(expect.arrayContaining([...events]));
      },
      /** The state afterwards holds this much. */
      thenState: (parts: { readonly [K in keyof CaseState]?: unknown }): void => {
        expect(before.does(command, by).state).toMatchObject(parts);
      },
      thenRefused: (code: DomainErrorCode, details: { params?: object; field?: string } = {}): void => {
        const copy = structuredClone(before.state);
        const refusal = refusalOf(() => before.does(command, by));
        expect(refusal).toMatchObject({ code, ...details });
        expect(before.state).toStrictEqual(copy);
      },
    };
  },
});

const eventsOf = (before: CaseBuilder, command: AnyCommand, by: By): readonly object[] =>
  recordedBy(before, command, by).map(({ type, data }) => ({ type, data }));

/** Commands offered to an actor for the case as it is now. */
export const allowedTo = ({ state, now }: CaseBuilder, by: Actor): readonly PersonCommandType[] =>
  allowedCommands(state, by, now);

/** The refusal by a rule; anything else that goes wrong stays what it is. */
export function refusalOf(act: () => unknown): DomainError | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
}
