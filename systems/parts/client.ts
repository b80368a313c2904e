import { createSystemClient, type SystemClientOptions } from '../shared/http-client';
import { CataloguePart, PartsPage, PartStock, StockPage, type PartsPort } from './port';
import { Purchase } from './purchase-port';
import { Release, Reservation } from './reservation-port';
import { Return } from './return-port';
import { Shipment } from './shipment-port';
import { Slip } from './slip-port';
import { DepotStockPage, Depots, StockTake, StockTakesPage } from './stock-take-port';

const POST = { method: 'POST' } as const;
const GET = { method: 'GET' } as const;

/** The parts port over HTTP: one attempt a call. `close` when done with it. */
export const createPartsClient = (options: SystemClientOptions): PartsPort & { close(): Promise<void> } => {
  const client = createSystemClient('parts', options);
  const at = (kind: string, id: string) => `v1/${kind}/${encodeURIComponent(id)}`;
  const part = (partNumber: string) => at('parts', partNumber);
  return {
    listParts: (query) => client.call({ ...GET, path: 'v1/parts', query, answer: PartsPage }),
    listStock: (query) => client.call({ ...GET, path: 'v1/stock', query, answer: StockPage }),
    part: (partNumber) => client.call({ ...GET, path: part(partNumber), answer: CataloguePart }),
    stockOf: (partNumber) => client.call({ ...GET, path: `${part(partNumber)}/stock`, answer: PartStock }),

    reserve: ({ key, ...body }) =>
      client.call({ ...POST, path: 'v1/reservations', key, body, answer: Reservation }),
    reservation: (id) => client.call({ ...GET, path: at('reservations', id), answer: Reservation }),
    release: ({ key, reservationId: id, ...body }) =>
      client.call({ ...POST, path: `${at('reservations', id)}/release`, key, body, answer: Release }),
    issue: ({ key, reservationId: id, ...body }) =>
      client.call({ ...POST, path: `${at('reservations', id)}/issue`, key, body, answer: Reservation }),

    requestPurchase: ({ key, ...body }) =>
      client.call({ ...POST, path: 'v1/purchases', key, body, answer: Purchase }),
    recordPurchase: ({ key, purchaseId: id, ...body }) =>
      client.call({ ...POST, path: `${at('purchases', id)}/progress`, key, body, answer: Purchase }),
    receiveGoods: ({ key, purchaseId: id, ...body }) =>
      client.call({ ...POST, path: `${at('purchases', id)}/receipts`, key, body, answer: Reservation }),
    cancelPurchase: ({ key, purchaseId: id, ...body }) =>
      client.call({ ...POST, path: `${at('purchases', id)}/cancel`, key, body, answer: Purchase }),
    purchase: (id) => client.call({ ...GET, path: at('purchases', id), answer: Purchase }),

    ship: ({ key, ...body }) => client.call({ ...POST, path: 'v1/shipments', key, body, answer: Shipment }),
    settleShipment: ({ key, shipmentId: id, ...body }) =>
      client.call({ ...POST, path: `${at('shipments', id)}/settle`, key, body, answer: Shipment }),
    recallShipment: ({ key, shipmentId: id, ...body }) =>
      client.call({ ...POST, path: `${at('shipments', id)}/recall`, key, body, answer: Shipment }),
    shipment: (id) => client.call({ ...GET, path: at('shipments', id), answer: Shipment }),

    correctShipment: ({ key, shipmentId: id, ...body }) =>
      client.call({ ...POST, path: `${at('shipments', id)}/correct`, key, body, answer: Shipment }),

    draw: ({ key, ...body }) => client.call({ ...POST, path: 'v1/draws', key, body, answer: Slip }),
    handBack: ({ key, ...body }) => client.call({ ...POST, path: 'v1/hand-backs', key, body, answer: Slip }),
    reverseSlip: ({ key, slipId: id, ...body }) =>
      client.call({ ...POST, path: `${at('slips', id)}/reverse`, key, body, answer: Slip }),

    expectReturn: ({ key, ...body }) =>
      client.call({ ...POST, path: 'v1/returns', key, body, answer: Return }),
    takeInReturn: ({ key, returnId: id, ...body }) =>
      client.call({ ...POST, path: `${at('returns', id)}/receipts`, key, body, answer: Return }),
    forwardReturn: ({ key, returnId: id, ...body }) =>
      client.call({ ...POST, path: `${at('returns', id)}/forward`, key, body, answer: Return }),
    writeOffReturn: ({ key, returnId: id, ...body }) =>
      client.call({ ...POST, path: `${at('returns', id)}/write-off`, key, body, answer: Return }),
    cancelReturn: ({ key, returnId: id, ...body }) =>
      client.call({ ...POST, path: `${at('returns', id)}/cancel`, key, body, answer: Return }),
    partsReturn: (id) => client.call({ ...GET, path: at('returns', id), answer: Return }),

    listDepots: () => client.call({ ...GET, path: 'v1/depots', answer: Depots }),
    depotStock: ({ depot, ...query }) =>
      client.call({ ...GET, path: `${at('depots', depot)}/stock`, query, answer: DepotStockPage }),
    takeStock: ({ key, ...body }) =>
      client.call({ ...POST, path: 'v1/stock-takes', key, body, answer: StockTake }),
    listStockTakes: (query) => client.call({ ...GET, path: 'v1/stock-takes', query, answer: StockTakesPage }),
    close: () => client.close(),
  };
};
