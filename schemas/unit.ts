import { Type, type Static } from '@sinclair/typebox';
import { WARRANTY_STATES } from '../domain/case/terms';
import { Closed, literals, Nullable, Text } from './common';

const Day = Type.String({ format: 'date', examples: ['2026-11-22'] });

export const UnitSchema = Type.Object(
  {
    id: Type.String(),
    serial: Type.String(),
    product: Type.Object({
      code: Type.String(),
      nameEn: Type.String(),
      nameZh: Type.String(),
      family: Type.String(),
      warrantyMonths: Type.Integer(),
      warrantyFrom: Type.String({ examples: ['installation', 'sale'] }),
    }),
    customer: Type.Object({ id: Type.String(), name: Type.String() }),
    soldOn: Day,
    installedOn: Nullable(Day),
    address: Type.String(),
    warranty: Type.Object(
      { state: literals(WARRANTY_STATES), on: Day },
      { description: 'As it stands today (R6)' },
    ),
  },
  {
    examples: [
      {
        id: 'unt-0001',
        serial: 'SC75F-2103-0351',
        product: {
          code: 'SC-75F',
          nameEn: 'SC-75F fixed-speed screw compressor, 75 kW',
          nameZh: 'SC-75F 工频螺杆空压机 75 kW',
          family: 'oil-injected-screw',
          warrantyMonths: 24,
          warrantyFrom: 'installation',
        },
        customer: { id: 'cus-0001', name: '上海澜汀食品有限公司' },
        soldOn: '2021-03-30',
        installedOn: '2021-04-19',
        address: '上海市奉贤区汀浦路 268 号',
        warranty: { state: 'out-of-warranty', on: '2026-11-22' },
      },
    ],
  },
);
export type UnitView = Static<typeof UnitSchema>;

export const UnitListQuery = Closed({
  serial: Text(60, { description: 'Whole, in any case', examples: ['sc75f-2103-0351'] }),
});
const shown: unknown = UnitSchema.examples;
export const UnitList = Type.Object({ items: Type.Array(UnitSchema) }, { examples: [{ items: shown }] });
