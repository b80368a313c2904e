import { flowTermsOf, isWorkStage } from './flows/all-terms';
import type { RequestType, Stage } from './terms';

/** A stage that a case was in, and when it came there (ISO-8601). */
export interface StageEntered {
  readonly stage: Stage;
  readonly at: string;
}

/** `skipped`: the case went past it. Before the work ends, its later stages are all ahead. */
export type StageStanding = 'passed' | 'here' | 'ahead' | 'skipped';

export interface StageProgress {
  readonly stage: Stage;
  readonly standing: StageStanding;
  /** When it was entered last; undefined: never. */
  readonly at: string | undefined;
}

const ALIKE_BEFORE: readonly Stage[] = ['registered', 'answered', 'classified'];
const ALIKE_AFTER: readonly Stage[] = ['reported', 'surveyed', 'revisited', 'closed'];

/** The stages of a request's flow in their order; without a type, those that all requests share. */
export const pathOf = (type: RequestType | undefined): readonly Stage[] => [
  ...ALIKE_BEFORE,
  ...(type === undefined ? [] : Object.keys(flowTermsOf(type).stages).filter(isWorkStage)),
  ...ALIKE_AFTER,
];

/**
 * Where a case stands on the path of its flow. A stage off the path that it has been in (cancelled, merged, the waiting for parts of a
 * request without a visit) stands where it was entered.
 */
export function progressOf(
  type: RequestType | undefined,
  entered: readonly StageEntered[],
): readonly StageProgress[] {
  const last = new Map(entered.map(({ stage, at }) => [stage, at]));
  const here = entered.at(-1)?.stage;
  const path = [...pathOf(type)];
  for (const [n, { stage }] of entered.entries()) {
    if (path.includes(stage)) continue;
    const before = entered[n - 1]?.stage;
    path.splice(before === undefined ? 0 : path.indexOf(before) + 1, 0, stage);
  }
  const isOver = here === 'cancelled' || here === 'joined';
  const place = here === undefined ? -1 : path.indexOf(here);
  return path.map((stage, n) => {
    const at = last.get(stage);
    const standing = (): StageStanding => {
      if (stage === here) return 'here';
      if (n > place) return isOver ? 'skipped' : 'ahead';
      return at === undefined ? 'skipped' : 'passed';
    };
    return { stage, standing: standing(), at };
  });
}
