import { HQ } from '../../domain/identity/scope';
import type { LineQuantity, OrderCommand } from '../../domain/parts-order/commands';
import {
  answered,
  appointmentIn,
  by,
  classified,
  clerk,
  customer,
  diagnosis,
  none,
  staff,
  toOrder,
} from './cast';
import type { Step, Story } from './story';

const engineer = staff('engineer', 'repair-engineer', 'outlet');
const keeper = staff('keeper', 'warehouse-keeper', HQ);

const NEAR = 'CONTACTOR-1';
const FAR = 'BEARING-1';

const dispatchedIn = (year: number): Step =>
  by(clerk, {
    type: 'dispatch',
    data: {
      engineer: { id: 'engineer', name: '工程师', outletId: 'outlet', regionId: 'east', serviceLevel: 'A' },
      appointment: appointmentIn(year),
      parts: [],
    },
  });
const ordered = (number: string, partNumber: string, oldPartDue: boolean): Step =>
  by(engineer, {
    type: 'orderParts',
    data: {
      number,
      neededBy: new Date(Date.now() + 86_400_000).toISOString(),
      consignee: { name: '华东机械', address: '上海市', contact: '王芳', phone: '+8613912345678' },
      lines: [{ line: 1, partNumber, nameEn: 'Part', nameZh: '备件', model: 'M-1', material: 'steel', quantity: 2, unitCostCents: 12_800, currency: 'CNY', oldPartDue }],
    },
  });

const pieces = (quantity: number): readonly LineQuantity[] => [{ line: 1, quantity }];
const held = (times = 1): Step => ({ until: 'PartsHeld', of: 'order', times });
const shipped = (depot: string, quantity = 2): Step =>
  toOrder(keeper, { type: 'ship', data: { depot, carrier: '顺丰', tracking: 'SF100', items: pieces(quantity) } });
const confirmed = (shipment = 1): Step => toOrder(customer, { type: 'confirmReceipt', data: { shipment } });
const oldPartsBack: readonly OrderCommand[] = [
  { type: 'receiveOldParts', data: { depot: 'outlet', items: pieces(2) } },
  { type: 'forwardOldParts', data: none },
];

/** An order of two pieces from its request on; each engineer is in a year of its own with it. */
const order = (
  name: string,
  { year, partNumber = NEAR, oldPartDue = false }: { readonly year: number; readonly partNumber?: string; readonly oldPartDue?: boolean },
  ...steps: readonly Step[]
): Story => ({
  name: `${name}-case`,
  order: name,
  kept: [name],
  steps: [
    answered,
    classified('repair'),
    dispatchedIn(year),
    by(engineer, { type: 'arrive', data: none }, diagnosis()),
    ordered(name, partNumber, oldPartDue),
    { until: 'ReservationAsked', of: 'order' },
    ...steps,
  ],
});

/** Paths of a parts order (R19, R20). */
export const PARTS_ORDER_STORIES: readonly Story[] = [
  order('order-from-the-nearest-depot-to-old-parts-back', { year: 2060, oldPartDue: true }, held(), shipped('outlet'), confirmed(), toOrder(keeper, ...oldPartsBack)),
  order('order-from-another-depot', { year: 2061, partNumber: FAR }, held(), shipped('west'), confirmed()),
];
