import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { PartsPort } from '../systems/parts/port';
import { PurchaseBody, PurchaseProgressBody, ReceiptBody } from '../systems/parts/purchase-port';
import { ReturnBody, TakeInBody } from '../systems/parts/return-port';
import { CorrectionBody, SettleBody, ShipBody } from '../systems/parts/shipment-port';
import type { Call } from './types';

const Purchase = Type.Object({ purchaseId: Type.String() });
const Returned = Type.Object({ returnId: Type.String() });

const PurchaseInput = Type.Omit(PurchaseBody, ['at']);
const ProgressInput = Type.Composite([Purchase, Type.Omit(PurchaseProgressBody, ['at'])]);
const ReceiptInput = Type.Composite([Purchase, Type.Omit(ReceiptBody, ['at'])]);
const ShipInput = Type.Omit(ShipBody, ['at']);
const SettleInput = Type.Composite([
  Type.Object({ shipmentId: Type.String() }),
  Type.Omit(SettleBody, ['at']),
]);
const CorrectionInput = Type.Composite([
  Type.Object({ shipmentId: Type.String() }),
  Type.Omit(CorrectionBody, ['at']),
]);
const ReturnInput = Type.Omit(ReturnBody, ['at']);
const TakeInInput = Type.Composite([Returned, Type.Omit(TakeInBody, ['at'])]);

/** The calls of a parts order; what a call opens in the parts system has the call's key as its id there. */
export const createOrderCalls = (parts: PartsPort) =>
  ({
    requestPurchase: async ({ key, at, input }) => ({
      ...(await parts.requestPurchase({ ...Value.Parse(PurchaseInput, input), at, key })),
    }),
    recordPurchase: async ({ key, at, input }) => ({
      ...(await parts.recordPurchase({ ...Value.Parse(ProgressInput, input), at, key })),
    }),
    receiveGoods: async ({ key, at, input }) => ({
      ...(await parts.receiveGoods({ ...Value.Parse(ReceiptInput, input), at, key })),
    }),
    cancelPurchase: async ({ key, at, undoes = key }) => ({
      ...(await parts.cancelPurchase({ purchaseId: undoes, at, key })),
    }),
    shipParts: async ({ key, at, input }) => ({
      ...(await parts.ship({ ...Value.Parse(ShipInput, input), at, key })),
    }),
    settleShipment: async ({ key, at, input }) => ({
      ...(await parts.settleShipment({ ...Value.Parse(SettleInput, input), at, key })),
    }),
    correctShipment: async ({ key, at, input }) => ({
      ...(await parts.correctShipment({ ...Value.Parse(CorrectionInput, input), at, key })),
    }),
    recallShipment: async ({ key, at, undoes = key }) => ({
      ...(await parts.recallShipment({ shipmentId: undoes, at, key })),
    }),
    expectReturn: async ({ key, at, input }) => ({
      ...(await parts.expectReturn({ ...Value.Parse(ReturnInput, input), at, key })),
    }),
    takeInReturn: async ({ key, at, input }) => ({
      ...(await parts.takeInReturn({ ...Value.Parse(TakeInInput, input), at, key })),
    }),
    forwardReturn: async ({ key, at, input }) => ({
      ...(await parts.forwardReturn({ ...Value.Parse(Returned, input), at, key })),
    }),
    writeOffReturn: async ({ key, at, input }) => ({
      ...(await parts.writeOffReturn({ ...Value.Parse(Returned, input), at, key })),
    }),
    cancelReturn: async ({ key, at, undoes = key }) => ({
      ...(await parts.cancelReturn({ returnId: undoes, at, key })),
    }),
  }) satisfies Record<string, Call>;
