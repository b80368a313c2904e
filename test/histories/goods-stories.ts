import type { CaseCommand } from '../../domain/case/commands';
import { answered, appointmentIn, by, classified, clerk, director, none, staff } from './cast';
import type { Story } from './story';

const ENGINEER = 'engineer-10';
const engineer = staff(ENGINEER, 'repair-engineer');
const filter = (quantity: number) => ({ partNumber: 'FILTER-1', quantity });
const sent = (year: number) =>
  by(clerk, {
    type: 'dispatch',
    data: {
      engineer: { id: ENGINEER, name: '工程师十', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
      appointment: appointmentIn(year),
      parts: [filter(2)],
    },
  });
const arrived: CaseCommand = { type: 'arrive', data: none };
const cancelledNow = by(director, { type: 'cancel', data: { reason: 'customer mended it', keepsWhatHappened: true } });

/** Facts that a cancellation keeps (ADR 35): the trip that it broke off, with its cost. */
export const GOODS_STORIES: readonly Story[] = [
  {
    name: 'cancelled-at-the-customer-with-its-cost',
    steps: [
      answered,
      classified('repair'),
      sent(2088),
      { until: 'CallSettled' },
      by(engineer, { type: 'depart', data: none }, arrived),
      cancelledNow,
      by(engineer, {
        type: 'recordTripCost',
        data: { trip: 1, labourMinutes: 10, travelMinutes: 30, labourCostCents: 4_000, travelCostCents: 5_000, currency: 'CNY' },
      }),
    ],
  },
];
