import { aRequest, everyWriteContract, seen, type Write } from './every-write';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';

const REFERENCE = 'PO-2026-000001';

/** Every changing request of the parts port, made ready. Part of the parts contract. */
export const partsWritesContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  const port = () => system().port;
  const board = async (shanghai = 5): Promise<string> => (await stocked({ shanghai }))[0] ?? '';
  const line = (partNumber: string, quantity = 2) => ({ partNumber, quantity });
  const withoutPart = ({ partNumber: _part, ...rest }: { readonly partNumber: string }) => rest;
  const never = () => fresh('never-seen');
  const end = () => ({ key: fresh('write:end'), at: AT });

  const held = async (partNumber: string) =>
    (await port().reserve(aReservation([line(partNumber)], { key: fresh('write:hold') }))).id;
  const reservation = (partNumber: string, id: string) => async () => ({
    stock: await totals(port(), partNumber),
    state: await seen(port().reservation(id), ({ state }) => state),
  });

  const aboutHeld = async (work: 'release' | 'issue') => {
    const part = await board();
    const reservationId = await held(part);
    const call = (it: ReturnType<typeof end> & { reservationId: string }): Promise<unknown> =>
      port()[work](it);
    return aRequest(call, { ...end(), reservationId }, reservation(part, reservationId), {
      reservationId: never(),
    });
  };

  const bought = async (partNumber: string) => {
    const key = fresh('write:buy');
    await port().requestPurchase({
      key,
      reference: REFERENCE,
      depot: 'shanghai',
      lines: [line(partNumber)],
      at: AT,
    });
    return key;
  };
  const purchase = (partNumber: string, id: string) => async () => ({
    stock: await totals(port(), partNumber),
    purchase: await seen(port().purchase(id), ({ state, supplier, lines }) => ({
      state,
      supplier,
      lines: lines.map(withoutPart),
    })),
  });

  const parcel = (partNumber: string, reservationId: string, key = fresh('write:ship')) => ({
    key,
    reference: REFERENCE,
    depot: 'shanghai',
    carrier: 'SF',
    lines: [{ reservationId, ...line(partNumber) }],
    at: AT,
  });
  const sent = async (partNumber: string) =>
    (await port().ship(parcel(partNumber, await held(partNumber)))).id;
  const shipment = (partNumber: string, id: string) => async () => ({
    stock: await totals(port(), partNumber),
    shipment: await seen(port().shipment(id), ({ state, lines }) => ({
      state,
      lines: lines.map(withoutPart),
    })),
  });

  const owed = async (partNumber: string) => {
    const key = fresh('write:owe');
    await port().expectReturn({ key, reference: REFERENCE, lines: [line(partNumber)], at: AT });
    return key;
  };
  const oldParts = (partNumber: string, id: string) => async () => ({
    stock: await totals(port(), partNumber),
    owed: await seen(port().partsReturn(id), ({ state, lines }) => ({
      state,
      lines: lines.map(withoutPart),
    })),
  });
  const aboutReturn = async (work: 'forwardReturn' | 'writeOffReturn' | 'cancelReturn') => {
    const part = await board();
    const returnId = await owed(part);
    if (work === 'forwardReturn')
      await port().takeInReturn({ ...end(), returnId, depot: 'shanghai', lines: [line(part)] });
    return aRequest((it) => port()[work](it), { ...end(), returnId }, oldParts(part, returnId), {
      returnId: never(),
    });
  };

  const WRITES: readonly Write[] = [
    {
      name: 'reserve',
      ready: async () => {
        const part = await board();
        const request = aReservation([line(part)]);
        return aRequest(
          (it) => port().reserve(it),
          request,
          async () => totals(port(), part),
        );
      },
    },
    { name: 'release', nobody: 'barred', rival: 'done', ready: () => aboutHeld('release') },
    {
      name: 'issue',
      nobody: 'PARTS.RESERVATION_UNKNOWN',
      rival: 'done',
      ready: () => aboutHeld('issue'),
    },
    {
      name: 'requestPurchase',
      ready: async () => {
        const part = await board(0);
        const request = { ...end(), reference: REFERENCE, depot: 'shanghai', lines: [line(part)] };
        let id = request.key;
        const ask = (it: typeof request) => {
          id = it.key;
          return port().requestPurchase(it);
        };
        return aRequest(ask, request, () => purchase(part, id)());
      },
    },
    {
      name: 'recordPurchase',
      nobody: 'PARTS.PURCHASE_UNKNOWN',
      rival: 'done',
      ready: async () => {
        const part = await board(0);
        const purchaseId = await bought(part);
        const request = { ...end(), purchaseId, supplier: 'Hengli' };
        return aRequest((it) => port().recordPurchase(it), request, purchase(part, purchaseId), {
          purchaseId: never(),
        });
      },
    },
    {
      name: 'receiveGoods',
      nobody: 'PARTS.PURCHASE_UNKNOWN',
      rival: 'PARTS.MORE_THAN_ORDERED',
      ready: async () => {
        const part = await board(0);
        const purchaseId = await bought(part);
        const request = { ...end(), purchaseId, lines: [line(part)] };
        return aRequest((it) => port().receiveGoods(it), request, purchase(part, purchaseId), {
          purchaseId: never(),
        });
      },
    },
    {
      name: 'cancelPurchase',
      nobody: 'barred',
      rival: 'done',
      ready: async () => {
        const part = await board(0);
        const purchaseId = await bought(part);
        const request = { ...end(), purchaseId };
        return aRequest((it) => port().cancelPurchase(it), request, purchase(part, purchaseId), {
          purchaseId: never(),
        });
      },
    },
    {
      name: 'ship',
      nobody: 'PARTS.RESERVATION_UNKNOWN',
      rival: 'PARTS.NOT_RESERVED',
      ready: async () => {
        const part = await board();
        const reservationId = await held(part);
        const nobody = { lines: [{ reservationId: never(), ...line(part) }] };
        return aRequest(
          (it) => port().ship(it),
          parcel(part, reservationId),
          reservation(part, reservationId),
          nobody,
        );
      },
    },
    {
      name: 'settleShipment',
      nobody: 'PARTS.SHIPMENT_UNKNOWN',
      rival: 'PARTS.NOT_IN_TRANSIT',
      ready: async () => {
        const part = await board();
        const shipmentId = await sent(part);
        const lines = [{ ...line(part), outcome: 'returned' as const, depot: 'shanghai' }];
        const request = { ...end(), shipmentId, lines };
        return aRequest((it) => port().settleShipment(it), request, shipment(part, shipmentId), {
          shipmentId: never(),
        });
      },
    },
    {
      name: 'recallShipment',
      nobody: 'barred',
      rival: 'done',
      ready: async () => {
        const part = await board();
        const shipmentId = await sent(part);
        const request = { ...end(), shipmentId };
        return aRequest((it) => port().recallShipment(it), request, shipment(part, shipmentId), {
          shipmentId: never(),
        });
      },
    },
    {
      name: 'expectReturn',
      ready: async () => {
        const part = await board();
        const request = { ...end(), reference: REFERENCE, lines: [line(part)] };
        let id = request.key;
        const ask = (it: typeof request) => {
          id = it.key;
          return port().expectReturn(it);
        };
        return aRequest(ask, request, () => oldParts(part, id)());
      },
    },
    {
      name: 'takeInReturn',
      nobody: 'PARTS.RETURN_UNKNOWN',
      rival: 'PARTS.NOT_DUE',
      ready: async () => {
        const part = await board();
        const returnId = await owed(part);
        const request = { ...end(), returnId, depot: 'shanghai', lines: [line(part)] };
        return aRequest((it) => port().takeInReturn(it), request, oldParts(part, returnId), {
          returnId: never(),
        });
      },
    },
    {
      name: 'forwardReturn',
      nobody: 'PARTS.RETURN_UNKNOWN',
      rival: 'done',
      ready: () => aboutReturn('forwardReturn'),
    },
    {
      name: 'writeOffReturn',
      nobody: 'PARTS.RETURN_UNKNOWN',
      rival: 'done',
      ready: () => aboutReturn('writeOffReturn'),
    },
    { name: 'cancelReturn', nobody: 'barred', rival: 'done', ready: () => aboutReturn('cancelReturn') },
  ];
  everyWriteContract(WRITES);
};
