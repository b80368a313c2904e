import fc, { type Arbitrary } from 'fast-check';
import type { CaseCommand } from '../../../../domain/case/commands';
import type { Actor } from '../../../../domain/identity/actor';
import { anybody, anything, aside, classification, dispatching, PLAIN, revisit, survey } from './any-command';

/** Random steps of a case, sensible or not. */
export type Move =
  /** The next step of its life, by its owner, with such data as that step takes. */
  | { readonly kind: 'advance'; readonly data: StepData }
  /** Something beside it, by somebody who may. */
  | { readonly kind: 'aside'; readonly command: CaseCommand }
  /** Any command by anybody. */
  | { readonly kind: 'any'; readonly command: CaseCommand; readonly by: Actor }
  /** A step of one of its clocks, or of none; `pick` chooses. */
  | {
      readonly kind: 'elapse';
      readonly pick: number;
      readonly step: 'warn' | 'breach' | 'escalate' | 'expire';
    }
  /** The outcome of a call that is under way, or of one that never was. */
  | { readonly kind: 'settle'; readonly pick: number; readonly ok: boolean; readonly isReal: boolean };

export interface StepData {
  readonly classify: CaseCommand;
  /** With an appointment that may be nonsense; a sensible step gives its own. */
  readonly dispatch: CaseCommand;
  readonly survey: CaseCommand;
  readonly revisit: CaseCommand;
  readonly isRemote: boolean;
  /** The plan has to be approved, or is not. */
  readonly isDoubtful: boolean;
  /** The customer's word on a quote. */
  readonly isAccepted: boolean;
}

export interface Timed {
  readonly move: Move;
  readonly afterMs: number;
  /** How long ago it happened for its actor; negative: their clock runs ahead. */
  readonly agoMs: number | undefined;
}

const kind = <K extends string>(name: K): Arbitrary<K> => fc.constant(name);

const stepData: Arbitrary<StepData> = fc.record(
  {
    classify: classification,
    dispatch: dispatching,
    survey,
    revisit,
    isRemote: fc.nat(3).map((n) => n === 0),
    isDoubtful: fc.nat(2).map((n) => n === 0),
    isAccepted: fc.nat(3).map((n) => n > 0),
  },
  PLAIN,
);
const move: Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: kind('advance'), data: stepData }) },
  { weight: 5, arbitrary: fc.record({ kind: kind('aside'), command: aside }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('any'), command: anything, by: anybody }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: kind('elapse'),
      // The latest clock first.
      pick: fc.constantFrom(0, 0, 0, 1, 2, 5),
      step: fc.constantFrom('warn', 'breach', 'escalate', 'expire', 'expire'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('settle'),
      pick: fc.nat(5),
      ok: fc.boolean(),
      isReal: fc.constantFrom(true, true, false),
    }),
  },
);

const minutes = (min: number, max: number): Arbitrary<number> =>
  fc.integer({ min, max }).map((n) => n * 60_000);
export const moves: Arbitrary<readonly Timed[]> = fc.array(
  fc.record({
    move,
    afterMs: minutes(0, 600),
    agoMs: fc.option(minutes(-6, 300), { nil: undefined, freq: 3 }),
  }),
  { minLength: 8, maxLength: 30, size: 'max' },
);
