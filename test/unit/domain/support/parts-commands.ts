import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';
import type { OrderProgress } from '../../../../domain/parts-order/progress-terms';

type Data<T extends keyof CaseCommandData> = Partial<CaseCommandData[T]>;

export const orderParts = (data: Data<'orderParts'> = {}): CaseCommand => ({
  type: 'orderParts',
  data: {
    number: 'PO-2026-000001',
    neededBy: '2026-12-01T00:00:00.000Z',
    consignee: { name: 'Chen', address: 'Suzhou', contact: 'Chen', phone: '+8613800000000' },
    lines: [
      {
        line: 1,
        partNumber: 'CAP-1',
        nameEn: 'Capacitor',
        nameZh: '电容',
        model: 'C-1',
        material: 'film',
        quantity: 1,
        unitCostCents: 1_200,
        currency: 'CNY',
        oldPartDue: false,
      },
    ],
    ...data,
  },
});
export const recordPartsProgress = (
  stage: OrderProgress['stage'] = 'received',
  data: Data<'recordPartsProgress'> = {},
): CaseCommand => ({
  type: 'recordPartsProgress',
  data: { order: 'PO-2026-000001', seq: 9, progress: { stage, shipments: [] }, ...data },
});
