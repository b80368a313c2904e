import { Type, type Static } from '@sinclair/typebox';
import { WARRANTY_STARTS, WARRANTY_STATES } from '../../domain/entitlement/terms';
import { CaseNumber, Closed, Code, Id, Nullable, Text, literals } from '../http/schema/common';
import { Day, VERDICT_EXAMPLE, VerdictSchema } from '../cases/entitlement-schema';
import { InputDay } from '../entitlement/rule-schema';
import { At, PAGING, PageOf } from '../http/schema/paging';

const Term = Type.Object(
  { percent: Type.Integer(), months: Type.Integer() },
  { title: 'UnitWarrantyTerm', description: 'Percent that the warranty covers, for so many months' },
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
    deliveredOn: Nullable(Day),
    installedOn: Nullable(Day),
    transferredOn: Nullable(Day),
    replaces: Nullable(
      Type.Object(
        { id: Type.String(), serial: Type.String(), on: Day },
        { description: 'The unit in whose place this one came' },
      ),
    ),
    address: Type.String(),
    timeZone: Type.String({
      description: 'IANA zone of the place where it stands: its warranty ends with the day there',
    }),
    version: Type.Integer({ description: 'What `If-Match` names when it is corrected' }),
    warranty: Type.Object(
      { state: literals(WARRANTY_STATES), on: Day },
      { description: 'As it stands today (R6)' },
    ),
    entitlement: VerdictSchema,
  },
  {
    title: 'Unit',
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
        deliveredOn: null,
        installedOn: '2021-04-19',
        transferredOn: null,
        replaces: null,
        address: '上海市奉贤区汀浦路 268 号',
        timeZone: 'Asia/Shanghai',
        version: 1,
        warranty: { state: 'out-of-warranty', on: '2026-11-22' },
        entitlement: VERDICT_EXAMPLE,
      },
    ],
  },
);
export type UnitView = Static<typeof UnitSchema>;

export const UnitListQuery = Closed({
  serial: Type.Optional(
    Code(100, {
      description: 'Whole, in any spelling: capitals, dashes and blanks do not matter',
      examples: ['sc75f-2103-0351'],
    }),
  ),
  q: Type.Optional(
    Code(100, { description: 'A fragment of the serial number, likewise', examples: ['2103 0351'] }),
  ),
  ...PAGING,
});
export type UnitListQuery = Static<typeof UnitListQuery>;
const UNIT_EXAMPLES: unknown = UnitSchema.examples;
export const UnitList = Type.Object(PageOf(UnitSchema).properties, {
  title: 'UnitPage',
  examples: [{ items: UNIT_EXAMPLES, nextCursor: null }],
});

function InputDayOf(description: string) {
  return Type.String({ ...InputDay, description });
}

const Reason = Text(500, { description: 'Why it is entered or corrected; kept with the version' });
const Serial = Code(60, { examples: ['SC75F-2611-0042'] });
const DATES = {
  soldOn: Type.String({ ...InputDay, description: 'Where the unit stands; not in the future' }),
  deliveredOn: Type.Optional(
    Nullable(Type.String({ ...InputDay, description: 'Where it differs from the day of the sale' })),
  ),
  installedOn: Type.Optional(
    Nullable(
      Type.String({
        ...InputDay,
        description: 'Set by an accepted installation; by hand where it was accepted elsewhere',
      }),
    ),
  ),
};
const PLACE = {
  address: Text(300),
  timeZone: Type.Optional(
    Nullable(
      Type.String({
        maxLength: 60,
        pattern: '^[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}$',
        description: "IANA zone of its place; null: that of its owner's centre",
        examples: ['Europe/Berlin'],
      }),
    ),
  ),
};

export const NewUnit = Closed(
  {
    serial: Serial,
    productCode: Id,
    customerId: Id,
    ...DATES,
    ...PLACE,
    replaces: Type.Optional(
      Closed(
        { unitId: Id, on: InputDayOf('The day of the exchange') },
        { description: 'The unit in whose place it comes: its warranty is passed on as its product says' },
      ),
    ),
    reason: Reason,
  },
  {
    title: 'NewUnit',
    examples: [
      {
        serial: 'SC75F-2611-0042',
        productCode: 'SC-75F',
        customerId: 'cus-0001',
        soldOn: '2026-11-02',
        address: '上海市奉贤区汀浦路 268 号',
        reason: 'Delivered under contract HT-2026-118',
      },
    ],
  },
);
export type NewUnit = Static<typeof NewUnit>;

export const UnitPatch = Closed(
  {
    serial: Type.Optional(Serial),
    productCode: Type.Optional(Id),
    ...DATES,
    soldOn: Type.Optional(DATES.soldOn),
    transferredOn: Type.Optional(
      Nullable(
        Type.String({
          ...InputDay,
          description: 'When it first passed to another owner; null: it never did',
        }),
      ),
    ),
    ...PLACE,
    address: Type.Optional(PLACE.address),
    reason: Reason,
  },
  {
    title: 'UnitPatch',
    minProperties: 2,
    examples: [{ installedOn: '2026-11-20', reason: 'Acceptance certificate of 20 November' }],
  },
);
export type UnitPatch = Static<typeof UnitPatch>;

export const UnitTransfer = Closed(
  {
    customerId: Type.String({ ...Id, description: 'The new owner' }),
    on: InputDayOf('The day on which it passed to them'),
    address: Type.Optional(PLACE.address),
    reason: Reason,
  },
  {
    title: 'UnitTransfer',
    examples: [{ customerId: 'cus-0002', on: '2026-11-20', reason: 'Sold with the plant' }],
  },
);
export type UnitTransfer = Static<typeof UnitTransfer>;

export const UnitChangeList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        version: Type.Integer(),
        at: At,
        by: Type.String({ description: 'Id of the member of staff' }),
        reason: Type.String(),
        caseNumber: Nullable(CaseNumber),
        serial: Type.String(),
        productCode: Type.String(),
        customerId: Type.String(),
        soldOn: Day,
        deliveredOn: Nullable(Day),
        installedOn: Nullable(Day),
        transferredOn: Nullable(Day),
        address: Type.String(),
        timeZone: Nullable(Type.String()),
      }),
      {
        description:
          'Each version as it was, latest first; an imported unit has none before its first change',
      },
    ),
  },
  {
    title: 'UnitChangeList',
    examples: [
      {
        items: [
          {
            version: 2,
            at: '2026-11-20T08:12:00.000Z',
            by: 'stf-027',
            reason: 'AS-2026-000031: installation accepted / 安装验收',
            caseNumber: 'AS-2026-000031',
            serial: 'SC75F-2611-0042',
            productCode: 'SC-75F',
            customerId: 'cus-0001',
            soldOn: '2026-11-02',
            deliveredOn: null,
            installedOn: '2026-11-20',
            transferredOn: null,
            address: '上海市奉贤区汀浦路 268 号',
            timeZone: null,
          },
        ],
      },
    ],
  },
);
