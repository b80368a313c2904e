import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';

export const recordTripCost = (data: Partial<CaseCommandData['recordTripCost']> = {}): CaseCommand => ({
  type: 'recordTripCost',
  data: {
    trip: 1,
    labourMinutes: 0,
    travelMinutes: 30,
    labourCostCents: 0,
    travelCostCents: 3_000,
    currency: 'CNY',
    ...data,
  },
});
