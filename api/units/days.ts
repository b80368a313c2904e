import { orderWords, wrongOrder, type UnitDay } from '../../domain/entitlement/day-order';
import type { Prisma, Transaction } from '../../platform/database';
import { dayIn } from '../../platform/wall-clock';
import { dateOf, dayOrNull, dayText } from '../entitlement/columns';
import { badRequest } from '../http/problems';
import { zonesOf } from './zone';

interface Clock {
  /** The company's own zone. */
  readonly timeZone: string;
  readonly now: Date;
}

/** A day that has not come is a slip of the pen: no warranty begins in the future by itself. */
export async function refuseDaysAhead(
  tx: Transaction,
  { timeZone, now }: Clock,
  { id }: { readonly id: string },
): Promise<void> {
  const row = await tx.unit.findUniqueOrThrow({
    where: { id },
    include: { customer: { select: { region: { select: { calendar: true } } } } },
  });
  const today = dateOf(dayIn((await zonesOf(tx, [row], timeZone))(row), now));
  for (const field of ['soldOn', 'deliveredOn', 'installedOn', 'transferredOn', 'replacedOn'] as const)
    if ((row[field] ?? today) > today)
      throw badRequest(field, { en: 'the date is in the future', zh: '日期不得晚于今天' });
}

type Days = Pick<Prisma.UnitGetPayload<object>, 'soldOn' | 'deliveredOn' | 'installedOn' | 'transferredOn'>;

/**
 * Days that cannot follow each other are refused by the field that was sent. Nothing is asked of an entry that keeps its days: an
 * address is corrected without them. @throws {ApiError}
 */
export function refuseDaysOutOfOrder(row: Days, given: Partial<Record<UnitDay, unknown>>): void {
  const wrong = wrongOrder({
    soldOn: dayText(row.soldOn),
    deliveredOn: dayOrNull(row.deliveredOn),
    installedOn: dayOrNull(row.installedOn),
    transferredOn: dayOrNull(row.transferredOn),
  });
  if (!wrong) return;
  const isGiven = (field: UnitDay): boolean => given[field] !== undefined;
  if (isGiven(wrong.field)) throw badRequest(wrong.field, orderWords(wrong));
  const other = (['deliveredOn', 'soldOn'] as const).find(isGiven);
  if (other) throw badRequest(other, orderWords(wrong));
}
