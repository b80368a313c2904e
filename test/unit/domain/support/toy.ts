import { DomainError } from '../../../../domain/errors';
import { SYSTEM } from '../../../../domain/identity/actor';
import type { Command, Decider } from '../../../../domain/process/decider';

/** A purse: the smallest process with refusals, commands of several events and one of none. */
export interface Purse {
  readonly cents: number;
  readonly entries: readonly string[];
}
export type PurseCommand =
  | { readonly type: 'pay'; readonly data: { readonly cents: number } }
  /** Spends in two parts, or refuses. */
  | { readonly type: 'spend'; readonly data: { readonly cents: number } }
  /** Looks in, which leaves nothing behind. */
  | { readonly type: 'look'; readonly data: object };
export interface PurseEvent {
  readonly type: 'Paid' | 'Spent';
  readonly data: { readonly cents: number; readonly by: string };
}

export const purse: Decider<Purse, PurseCommand, PurseEvent> = {
  type: 'purse',
  initial: { cents: 0, entries: [] },
  decide(state, command) {
    switch (command.type) {
      case 'pay':
        return [{ type: 'Paid', data: { cents: command.data.cents, by: command.id } }];
      case 'spend': {
        const { cents } = command.data;
        if (cents > state.cents)
          throw new DomainError('COMMAND.INVALID', {
            field: 'cents',
            reason: { en: 'not enough', zh: '不足' },
          });
        const half = Math.floor(cents / 2);
        return [half, cents - half].map((part) => ({ type: 'Spent', data: { cents: part, by: command.id } }));
      }
      case 'look':
      case 'elapseClock':
      case 'settleCall':
        return [];
    }
  },
  evolve: ({ cents, entries }, { type, data, seq }) => ({
    cents: type === 'Paid' ? cents + data.cents : cents - data.cents,
    entries: [...entries, `${seq}:${type}:${data.cents}:${data.by}`],
  }),
  react: () => [],
  clocks: () => ({}),
  tasks: () => [],
  isEnded: () => false,
};

export const pay = (id: string, cents: number): Command<PurseCommand> => ({
  id,
  type: 'pay',
  data: { cents },
  actor: SYSTEM,
});
export const spend = (id: string, cents: number): Command<PurseCommand> => ({
  id,
  type: 'spend',
  data: { cents },
  actor: SYSTEM,
});
export const look = (id: string): Command<PurseCommand> => ({ id, type: 'look', data: {}, actor: SYSTEM });
