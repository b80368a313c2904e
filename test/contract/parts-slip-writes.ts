import { aRequest, everyWriteContract, seen, type Write } from './every-write';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';

const REFERENCE = 'PO-2026-000001';

/** The changing requests about slips and corrections, made ready. Part of the parts contract. */
export const partsSlipWritesContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  const port = () => system().port;
  const board = async (): Promise<string> => (await stocked({ shanghai: 5 }))[0] ?? '';
  const line = (partNumber: string) => ({ partNumber, quantity: 2 });
  const never = () => fresh('never-seen');
  const end = () => ({ key: fresh('write:end'), at: AT });
  const held = async (partNumber: string) =>
    (await port().reserve(aReservation([line(partNumber)], { key: fresh('write:hold') }))).id;
  const reservation = (partNumber: string, id: string) => async () => ({
    stock: await totals(port(), partNumber),
    state: await seen(port().reservation(id), ({ state }) => state),
  });
  const sent = async (partNumber: string) => {
    const lines = [{ reservationId: await held(partNumber), ...line(partNumber) }];
    const parcel = { reference: REFERENCE, depot: 'shanghai', carrier: 'SF', lines };
    return (await port().ship({ ...end(), ...parcel })).id;
  };
  const shipment = (partNumber: string, id: string) => async () => ({
    stock: await totals(port(), partNumber),
    shipment: await seen(port().shipment(id), ({ state, lines }) => ({
      state,
      lines: lines.map(({ partNumber: _part, ...rest }) => rest),
    })),
  });

  const WRITES: readonly Write[] = [
    {
      name: 'draw',
      ready: async () => {
        const part = await board();
        const request = { ...end(), reference: REFERENCE, depot: 'shanghai', lines: [line(part)] };
        return aRequest(
          (it) => port().draw(it),
          request,
          async () => totals(port(), part),
        );
      },
    },
    {
      name: 'handBack',
      nobody: 'PARTS.RESERVATION_UNKNOWN',
      rival: 'PARTS.NOT_ISSUED',
      ready: async () => {
        const part = await board();
        const reservationId = await held(part);
        await port().issue({ ...end(), reservationId });
        const request = { ...end(), reference: REFERENCE, reservationId, lines: [line(part)] };
        return aRequest((it) => port().handBack(it), request, reservation(part, reservationId), {
          reservationId: never(),
        });
      },
    },
    {
      name: 'reverseSlip',
      nobody: 'barred',
      rival: 'done',
      ready: async () => {
        const part = await board();
        const { id: slipId } = await port().draw({
          ...end(),
          reference: REFERENCE,
          depot: 'shanghai',
          lines: [line(part)],
        });
        return aRequest(
          (it) => port().reverseSlip(it),
          { ...end(), slipId },
          async () => totals(port(), part),
          { slipId: never() },
        );
      },
    },
    {
      name: 'correctShipment',
      nobody: 'PARTS.SHIPMENT_UNKNOWN',
      rival: 'PARTS.NOT_SETTLED',
      ready: async () => {
        const part = await board();
        const shipmentId = await sent(part);
        await port().settleShipment({
          ...end(),
          shipmentId,
          lines: [{ ...line(part), outcome: 'delivered' }],
        });
        const lines = [{ ...line(part), from: 'delivered' as const, to: 'lost' as const }];
        return aRequest(
          (it) => port().correctShipment(it),
          { ...end(), shipmentId, lines },
          shipment(part, shipmentId),
          { shipmentId: never() },
        );
      },
    },
  ];
  everyWriteContract(WRITES);
};
