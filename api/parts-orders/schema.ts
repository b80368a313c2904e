import { Type, type Static } from '@sinclair/typebox';
import { ORDER_STAGES } from '../../domain/parts-order/terms';
import type { OrderPersonCommandType } from '../../domain/parts-order/commands';
import {
  CaseNumber,
  Closed,
  CommandId,
  literals,
  Nullable,
  OrderNumber,
  REASON_FIELDS,
} from '../http/schema/common';
import { ClockSchema } from '../cases/clock-schema';
import { variantName } from '../http/schema/list-names';
import { At, PageOf, PAGING } from '../http/schema/paging';
import { CommandOutlooks } from '../case-commands/outlook-schema';
import { Day, Depot, ORDER_COMMAND_DATA } from './command-schema';
import { WANTED_EXAMPLE, WantedParts } from './wanted-schema';
import { TaskFields } from '../tasks/schema';

export type OrderWireCommand = {
  [T in OrderPersonCommandType]: {
    readonly id: string;
    readonly type: T;
    readonly data: Static<(typeof ORDER_COMMAND_DATA)[T]>;
  };
}[OrderPersonCommandType];

const variants = Object.entries(ORDER_COMMAND_DATA).map(([type, data]) =>
  Closed(
    { id: CommandId, type: Type.Literal(type), data },
    { title: variantName(type, 'PartsOrderCommand') },
  ),
);

export const OrderCommandBatch = Closed(
  {
    commands: Type.Array(
      Type.Unsafe<OrderWireCommand>({
        title: 'PartsOrderCommand',
        type: 'object',
        discriminator: { propertyName: 'type' },
        required: ['type'],
        oneOf: variants,
      }),
      { minItems: 1, maxItems: 50 },
    ),
  },
  {
    title: 'PartsOrderCommandBatch',
    examples: [
      {
        commands: [
          {
            id: 'b7a1c7de-3a52-4f0e-9d7c-0d5d1b3d6a11',
            type: 'ship',
            data: { depot: 'east', carrier: '顺丰', tracking: 'SF100', items: [{ line: 1, quantity: 2 }] },
          },
        ],
      },
    ],
  },
);

export const OrderListQuery = Closed({
  stage: Type.Optional(literals(ORDER_STAGES)),
  caseNumber: Type.Optional(CaseNumber),
  depot: Type.Optional(Depot),
  open: Type.Optional(Type.Boolean({ description: 'true: not closed and not cancelled' })),
  overdue: Type.Optional(
    Type.Boolean({
      description: 'true: what was promised next is past due: delivery, old parts or a recall',
    }),
  ),
  ...PAGING,
});
export type OrderListQuery = Static<typeof OrderListQuery>;

const OrderSummary = Type.Object(
  {
    number: OrderNumber,
    stage: literals(ORDER_STAGES),
    caseNumber: CaseNumber,
    regionId: Type.String(),
    outletId: Type.String(),
    depotIds: Type.Array(Type.String()),
    consignee: Type.String(),
    partNumbers: Type.Array(Type.String()),
    parts: WantedParts,
    customerName: Nullable(
      Type.String({ description: 'Null where the order is in sight and its case is not' }),
    ),
    requestedAt: At,
    neededBy: At,
    expectedOn: Nullable(Day),
    updatedAt: At,
    nextDeadlineAt: Nullable(At),
    breached: Type.Boolean(),
  },
  { title: 'PartsOrderSummary' },
);

const OrderPage = PageOf(OrderSummary);

const Line = Type.Object(
  {
    line: Type.Integer(),
    partNumber: Type.String(),
    nameEn: Type.String(),
    nameZh: Type.String(),
    model: Type.String(),
    material: Type.String(),
    quantity: Type.Integer(),
    oldPartDue: Type.Boolean(),
    reserved: Type.Integer(),
    onOrder: Type.Integer(),
    received: Type.Integer(),
  },
  { title: 'PartsOrderLine' },
);

const ADDRESS = { address: Type.String(), contact: Type.String(), phone: Type.String() };

export const OrderDetail = Type.Object(
  {
    ...OrderSummary.properties,
    version: Type.Integer(),
    consigneeAddress: Nullable(
      Type.Object(ADDRESS, { description: 'Told to those who see the order: parcels go there' }),
    ),
    lines: Type.Array(Line),
    purchases: Type.Array(
      Type.Object({
        purchase: Type.Integer(),
        line: Type.Integer(),
        quantity: Type.Integer(),
        received: Type.Integer(),
        depot: Type.String(),
        supplier: Nullable(Type.String()),
        supplierOrder: Nullable(Type.String()),
        expectedOn: Nullable(Day),
      }),
    ),
    shipments: Type.Array(
      Type.Object({
        shipment: Type.Integer(),
        depot: Type.String(),
        carrier: Type.String(),
        tracking: Nullable(Type.String()),
        shippedAt: At,
        sentTo: Nullable(
          Type.Object(
            { name: Type.String(), ...ADDRESS },
            { description: 'Where it went: the order may have been readdressed since' },
          ),
        ),
        confirmedAt: Nullable(At),
        confirmedBy: Nullable(
          literals(['customer', 'staff'], { description: 'The user by their link, or staff with the user' }),
        ),
        corrections: Type.Array(Type.Object({ at: At, by: Type.String(), reason: Type.String() }), {
          description: 'What was confirmed and was wrong',
        }),
        items: Type.Array(
          Type.Object({
            line: Type.Integer(),
            quantity: Type.Integer(),
            received: Type.Integer(),
            wrong: Type.Integer(),
            lost: Type.Integer(),
            back: Type.Integer(),
          }),
        ),
      }),
    ),
    oldParts: Nullable(
      Type.Object({
        dueSince: At,
        forwardedAt: Nullable(At),
        charge: Nullable(
          Type.Object({
            at: At,
            amountCents: Type.Integer(),
            currency: Type.String(),
            early: Type.Boolean({ description: 'A person did not wait for the end of the ladder' }),
            reason: Nullable(Type.String()),
          }),
        ),
        items: Type.Array(
          Type.Object({
            line: Type.Integer(),
            quantity: Type.Integer(),
            received: Type.Integer(),
            charged: Type.Integer(),
          }),
        ),
      }),
    ),
    clocks: Type.Array(ClockSchema),
    tasks: Type.Array(Type.Object(TaskFields)),
    followUps: Type.Array(Type.Object({ key: Type.String(), kind: Type.String(), ...REASON_FIELDS })),
    allowedCommands: Type.Array(Type.String()),
    commands: CommandOutlooks,
  },
  { title: 'PartsOrderDetail' },
);
export type OrderDetail = Static<typeof OrderDetail>;

const SHOWN: Static<typeof OrderSummary> = {
  number: 'PO-2026-000001',
  stage: 'shipped',
  caseNumber: 'AS-2026-000001',
  regionId: 'east',
  outletId: 'suzhou',
  depotIds: ['east'],
  consignee: '邵文娟',
  partNumbers: ['SP-11075'],
  parts: WANTED_EXAMPLE,
  customerName: '上海澜汀食品有限公司',
  requestedAt: '2026-11-24T02:00:00.000Z',
  neededBy: '2026-11-27T02:00:00.000Z',
  expectedOn: null,
  updatedAt: '2026-11-24T06:00:00.000Z',
  nextDeadlineAt: '2026-11-27T02:00:00.000Z',
  breached: false,
};

/** As the answers are documented. */
export const OrderPageAnswer = {
  ...OrderPage,
  title: 'PartsOrderPage',
  examples: [{ items: [SHOWN], nextCursor: null }],
};
export const OrderDetailAnswer = {
  ...OrderDetail,
  examples: [
    {
      ...SHOWN,
      version: 6,
      consigneeAddress: { address: '上海市奉贤区汀浦路 268 号', contact: '邵文娟', phone: '+8615124474580' },
      purchases: [],
      oldParts: null,
      clocks: [],
      tasks: [],
      followUps: [],
      allowedCommands: ['confirmReceipt', 'reportLost', 'cancel'],
      commands: [{ type: 'cancel', names: { en: 'cancel', zh: '取消' }, allowed: true, why: null }],
    },
  ],
};
