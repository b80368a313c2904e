import { Type, type Static } from '@sinclair/typebox';
import { WARRANTY_STATES } from '../domain/case/terms';
import { WARRANTY_STARTS } from '../domain/entitlement/terms';
import { Closed, Code, literals, Nullable } from './common';
import { Day, VERDICT_EXAMPLE, VerdictSchema } from './entitlement';

const Term = Type.Object(
  { percent: Type.Integer(), months: Type.Integer() },
  { description: 'Percent that the warranty covers, for so many months' },
);

export const UnitSchema = Type.Object(
  {
    id: Type.String(),
    serial: Type.String(),
    product: Type.Object({
      code: Type.String(),
      nameEn: Type.String(),
      nameZh: Type.String(),
      family: Type.String(),
      warrantyFrom: literals(WARRANTY_STARTS),
      labour: Term,
      parts: Term,
      travel: Term,
    }),
    customer: Type.Object({ id: Type.String(), name: Type.String() }),
    soldOn: Day,
    installedOn: Nullable(Day),
    address: Type.String(),
    warranty: Type.Object(
      { state: literals(WARRANTY_STATES), on: Day },
      { description: 'As it stands today (R6)' },
    ),
    entitlement: VerdictSchema,
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
          warrantyFrom: 'installation',
          labour: { percent: 100, months: 24 },
          parts: { percent: 100, months: 24 },
          travel: { percent: 100, months: 24 },
        },
        customer: { id: 'cus-0001', name: '上海澜汀食品有限公司' },
        soldOn: '2021-03-30',
        installedOn: '2021-04-19',
        address: '上海市奉贤区汀浦路 268 号',
        warranty: { state: 'out-of-warranty', on: '2026-11-22' },
        entitlement: VERDICT_EXAMPLE,
      },
    ],
  },
);
export type UnitView = Static<typeof UnitSchema>;

export const UnitListQuery = Closed({
  serial: Code(100, {
    description: 'Whole, in any spelling: capitals, dashes and blanks do not matter',
    examples: ['sc75f-2103-0351'],
  }),
});
const shown: unknown = UnitSchema.examples;
export const UnitList = Type.Object({ items: Type.Array(UnitSchema) }, { examples: [{ items: shown }] });
