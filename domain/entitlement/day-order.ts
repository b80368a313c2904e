import type { Bilingual } from '../bilingual';

/** The days of a unit (`2026-11-22`), as far as they are known, where it stands. */
export interface UnitDays {
  readonly soldOn: string;
  readonly deliveredOn?: string | null;
  readonly installedOn?: string | null;
  readonly transferredOn?: string | null;
}
export type UnitDay = keyof UnitDays;

interface Order {
  readonly field: UnitDay;
  readonly day: string;
  /** The first day that would do, and of which other day. */
  readonly from: string;
  readonly than: UnitDay;
}

/**
 * The earliest day on which a unit can have been installed: it was delivered by then, whether it was sold by then or not (on trial, on
 * consignment, invoiced afterwards). Where no delivery is on record, it came with the sale.
 */
export const installableFrom = ({ soldOn, deliveredOn }: UnitDays): { day: string; than: UnitDay } =>
  deliveredOn ? { day: deliveredOn, than: 'deliveredOn' } : { day: soldOn, than: 'soldOn' };

/** The first two days of a unit that cannot follow each other; undefined where all can (R6). */
export function wrongOrder(days: UnitDays): Order | undefined {
  const { soldOn, installedOn, transferredOn } = days;
  const { day: from, than } = installableFrom(days);
  if (installedOn && installedOn < from) return { field: 'installedOn', day: installedOn, from, than };
  if (transferredOn && transferredOn < soldOn)
    return { field: 'transferredOn', day: transferredOn, from: soldOn, than: 'soldOn' };
  return undefined;
}

const DAY_NAMES: Readonly<Record<UnitDay, Bilingual>> = {
  soldOn: { en: 'sold', zh: '销售' },
  deliveredOn: { en: 'delivered', zh: '交付' },
  installedOn: { en: 'installed', zh: '安装' },
  transferredOn: { en: 'passed to another owner', zh: '转让' },
};

/** Half a sentence: why the day cannot be, and what would do. */
export function orderWords({ field, from, than }: Omit<Order, 'day'>): Bilingual {
  const [is, was] = [DAY_NAMES[field], DAY_NAMES[than]];
  const trial = than === 'soldOn' && field === 'installedOn';
  return {
    en: `the unit cannot be ${is.en} before it was ${was.en}; give ${from} or a later date${trial ? ', or record the earlier delivery (deliveredOn)' : ''}`,
    zh: `${is.zh}日期不得早于${was.zh}日期：请填写 ${from} 或之后的日期${trial ? '，或补录更早的交付日期（deliveredOn）' : ''}`,
  };
}
