import type { Bilingual } from '../bilingual';
import type { ServiceLevel } from '../identity/roles';

/** How near an engineer's outlet is to the customer. */
const NEARNESSES = ['province', 'region', 'elsewhere'] as const;
export type Nearness = (typeof NEARNESSES)[number];
/** Whether the engineer has the skill for the product family; `unknown`: the unit is not identified yet. */
const SKILL_FITS = ['yes', 'unknown', 'no'] as const;
export type SkillFit = (typeof SKILL_FITS)[number];

/** Ranking criteria of an engineer for one job (R11). */
export interface CandidateFacts {
  readonly engineerId: string;
  readonly skill: SkillFit;
  readonly nearness: Nearness;
  readonly serviceLevel: ServiceLevel;
  /** Visits appointed and not over. */
  readonly openVisits: number;
  /** ISO-8601; absent where none is long enough within the days looked at. */
  readonly nextFreeAt?: string;
}

/** In the order in which they count: the first that differs decides. */
export const FACTORS = ['skill', 'nearness', 'free', 'level', 'load', 'soonest'] as const;
export type Factor = (typeof FACTORS)[number];

export interface RankedFactor {
  readonly factor: Factor;
  readonly value: string | number | null;
  readonly text: Bilingual;
}

export interface Candidate<T extends CandidateFacts> {
  readonly facts: T;
  readonly factors: readonly RankedFactor[];
}

const SKILL_WORDS: Readonly<Record<SkillFit, Bilingual>> = {
  yes: { en: 'has the skill for this product', zh: '具备该产品技能' },
  unknown: { en: 'product not known yet', zh: '产品尚未确认' },
  no: { en: 'lacks the skill for this product', zh: '不具备该产品技能' },
};
const NEARNESS_WORDS: Readonly<Record<Nearness, Bilingual>> = {
  province: { en: "outlet serves the customer's province", zh: '所属服务站负责客户所在省份' },
  region: { en: "in the customer's region", zh: '与客户同属一个大区' },
  elsewhere: { en: 'in another region', zh: '属于其他大区' },
};

/**
 * Ranks the candidates, best first: able to do the work, then nearest, then available at all, higher service
 * level, fewer open visits, sooner free. The id breaks ties, so that every caller gets the same order.
 */
export const rankCandidates = <T extends CandidateFacts>(all: readonly T[]): readonly Candidate<T>[] =>
  all
    .toSorted((left, right) => {
      const [one, other] = [keyOf(left), keyOf(right)];
      const differing = one.findIndex((value, n) => value !== other[n]);
      return differing < 0
        ? left.engineerId.localeCompare(right.engineerId)
        : (one[differing] ?? 0) < (other[differing] ?? 0)
          ? -1
          : 1;
    })
    .map((facts) => ({ facts, factors: FACTORS.map((factor) => explained(factor, facts)) }));

/** The smaller comes first, by each factor in turn. */
const keyOf = ({
  skill,
  nearness,
  serviceLevel,
  openVisits,
  nextFreeAt,
}: CandidateFacts): readonly number[] => [
  SKILL_FITS.indexOf(skill),
  NEARNESSES.indexOf(nearness),
  nextFreeAt === undefined ? 1 : 0,
  ['A', 'B', 'C'].indexOf(serviceLevel),
  openVisits,
  nextFreeAt === undefined ? 0 : Date.parse(nextFreeAt),
];

function explained(factor: Factor, facts: CandidateFacts): RankedFactor {
  const { skill, nearness, serviceLevel, openVisits, nextFreeAt } = facts;
  switch (factor) {
    case 'skill':
      return { factor, value: skill, text: SKILL_WORDS[skill] };
    case 'nearness':
      return { factor, value: nearness, text: NEARNESS_WORDS[nearness] };
    case 'free':
      return {
        factor,
        value: nextFreeAt === undefined ? 'no' : 'yes',
        text:
          nextFreeAt === undefined
            ? { en: 'no free time in the days searched', zh: '查询期内无空闲时段' }
            : { en: 'has free time', zh: '有空闲时段' },
      };
    case 'level':
      return {
        factor,
        value: serviceLevel,
        text: { en: `service level ${serviceLevel}`, zh: `${serviceLevel} 级服务` },
      };
    case 'load':
      return {
        factor,
        value: openVisits,
        text: {
          en: openVisits === 1 ? '1 open visit' : `${openVisits} open visits`,
          zh: `未完成上门 ${openVisits} 次`,
        },
      };
    case 'soonest':
      return {
        factor,
        value: nextFreeAt ?? null,
        text:
          nextFreeAt === undefined
            ? { en: 'not free', zh: '无空闲' }
            : { en: `free from ${nextFreeAt}`, zh: `${nextFreeAt} 起空闲` },
      };
  }
}
