import type { Bilingual } from '../bilingual';

/** Facts of a verified repair (R14). */
export interface RepairFacts {
  /** Mended on the first visit that got to the unit; after a test that failed, too, if the engineer did not have to come again. */
  readonly onFirstVisit: boolean;
  /** It repeats an earlier repair, and the two were not judged unrelated. */
  readonly isRepeat: boolean;
  /** It had to be repeated: the same fault came back on the same unit within the policy's days. */
  readonly wasRepeated: boolean;
  /** The policy's days still run: it may yet have to be repeated. */
  readonly isWatched: boolean;
}

/** `provisional`: it counts as it stands now, and may change while the policy's days run. */
export const REPAIR_STANDINGS = ['yes', 'no', 'provisional'] as const;
export type RepairStanding = (typeof REPAIR_STANDINGS)[number];

export const REPAIR_FIGURE_KEYS = ['first-time-fix', 'repeat-repair'] as const;
export type RepairFigureKey = (typeof REPAIR_FIGURE_KEYS)[number];

export interface RepairFigure {
  readonly key: RepairFigureKey;
  readonly name: Bilingual;
  readonly text: Bilingual;
  /** Undefined for a repair that is left out of the figure. */
  readonly standing: (facts: RepairFacts) => RepairStanding | undefined;
  /** Whether a repair that is provisional is among those counted, until it changes. */
  readonly countsProvisional: boolean;
}

export const REPAIR_FIGURES: readonly RepairFigure[] = [
  {
    key: 'first-time-fix',
    name: { en: 'first-time fix', zh: '一次修复率' },
    text: {
      en: 'Of the repairs verified in the period, those finished on the first visit that did not have to be repeated. Repeat repairs themselves are not counted.',
      zh: '统计期内验证合格的维修中，首次上门即修复且此后未发生重复维修的比例；重复维修本身不计入。',
    },
    // The repeat is the earlier repair’s failure: counted here as well, one fault would count twice.
    standing: ({ onFirstVisit, isRepeat, wasRepeated, isWatched }) => {
      if (isRepeat) return undefined;
      if (!onFirstVisit || wasRepeated) return 'no';
      return isWatched ? 'provisional' : 'yes';
    },
    countsProvisional: true,
  },
  {
    key: 'repeat-repair',
    name: { en: 'repeat repair', zh: '重复维修率' },
    text: {
      en: 'Of the repairs verified in the period, those that had to be repeated. The repeat counts against the engineer who made the first repair.',
      zh: '统计期内验证合格的维修中，此后发生重复维修的比例；计入首次维修的工程师。',
    },
    standing: ({ wasRepeated, isWatched }) => {
      if (wasRepeated) return 'yes';
      return isWatched ? 'provisional' : 'no';
    },
    countsProvisional: false,
  },
];

export const repairFigureNamed = (key: string): RepairFigure | undefined =>
  REPAIR_FIGURES.find((figure) => figure.key === key);

export interface RepairRate {
  /** Hundredths of a percent; null where no repair counts. */
  readonly basisPoints: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Part of the denominator that may still change. */
  readonly provisional: number;
}

/** @param groups how many repairs there are of each kind. */
export function rateOf(
  { standing, countsProvisional }: RepairFigure,
  groups: readonly (RepairFacts & { readonly repairs: number })[],
): RepairRate {
  const count = { yes: 0, no: 0, provisional: 0 };
  for (const { repairs, ...facts } of groups) {
    const how = standing(facts);
    if (how !== undefined) count[how] += repairs;
  }
  const denominator = count.yes + count.no + count.provisional;
  const numerator = count.yes + (countsProvisional ? count.provisional : 0);
  const basisPoints = denominator === 0 ? null : Math.round((numerator * 10_000) / denominator);
  return { basisPoints, numerator, denominator, provisional: count.provisional };
}

const EITHER = [true, false] as const;
const ALL_FACTS: readonly RepairFacts[] = EITHER.flatMap((onFirstVisit) =>
  EITHER.flatMap((isRepeat) =>
    EITHER.flatMap((wasRepeated) =>
      EITHER.map((isWatched) => ({ onFirstVisit, isRepeat, wasRepeated, isWatched })),
    ),
  ),
);

/** Every kind of repair that stands so in the figure; without `wanted`, every kind that counts in it. */
export const kindsOf = (
  { standing }: RepairFigure,
  wanted: RepairStanding | undefined,
): readonly RepairFacts[] =>
  ALL_FACTS.filter((facts) => {
    const how = standing(facts);
    return wanted === undefined ? how !== undefined : how === wanted;
  });
