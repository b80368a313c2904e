import type { JsonObject, JsonValue } from '../../../../domain/json';
import type { CallOutcome } from '../../../../domain/process/decider';
import type { PendingCall } from '../../../../domain/process/calls';

type Outcome = CallOutcome['outcome'];

interface Reservation {
  readonly partNumber: string;
  held: number;
  state: 'reserved' | 'released' | 'issued';
}
interface Parcel {
  inTransit: number;
}

const ok = (result: JsonValue = null): Outcome => ({ ok: true, result });
const refused = (code: string): Outcome => ({ ok: false, code, reason: code });

interface Line {
  readonly partNumber: string;
  readonly quantity: number;
  readonly reservationId?: string;
  readonly outcome?: string;
}
const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'quantity' in value;
const linesOf = ({ lines }: JsonObject): readonly Line[] =>
  (Array.isArray(lines) ? lines : []).filter(isLine);
const textOf = (input: JsonObject, name: string): string => {
  const value = input[name];
  return typeof value === 'string' ? value : '';
};
const total = (lines: readonly Line[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** A parts and finance system as simple as can be: what is where, and tombstones. The contract tests hold the real one. */
export class Books {
  readonly stock = new Map<string, number>();
  readonly reservations = new Map<string, Reservation>();
  readonly parcels = new Map<string, Parcel>();
  readonly purchases = new Map<string, { open: number }>();
  readonly returns = new Map<string, { due: number; inDepots: number }>();
  readonly barred = new Set<string>();
  readonly delivered: JsonObject[] = [];
  /** Where pieces are held. */
  depotFor = (_call: string, _input: JsonObject): string => 'east';
  /** What becomes of a command for another process. */
  deliver = (_input: JsonObject): Outcome => ok();
  lost = 0;
  /** Handed to engineers. */
  issued = 0;
  withUser = 0;
  bought = 0;
  chargedCents = 0;
  atFactory = 0;

  constructor(stock: Readonly<Record<string, number>>) {
    for (const [partNumber, pieces] of Object.entries(stock)) this.stock.set(partNumber, pieces);
  }

  /** Pieces promised to somebody or on their way. */
  get left(): number {
    const held = [...this.reservations.values()].reduce((sum, one) => sum + one.held, 0);
    const moving = [...this.parcels.values()].reduce((sum, one) => sum + one.inTransit, 0);
    const open = [...this.purchases.values()].reduce((sum, one) => sum + one.open, 0);
    return held + moving + open;
  }

  answer({ key, call, input, undoes = '' }: PendingCall): Outcome {
    const lines = linesOf(input);
    const [first] = lines;
    switch (call) {
      case 'reserveParts': {
        if (this.barred.has(key) || !first) return refused('PARTS.RELEASED');
        const there = this.stock.get(first.partNumber) ?? 0;
        if (there < first.quantity) return refused('PARTS.OUT_OF_STOCK');
        return this.hold(key, first, this.depotFor(call, input));
      }
      case 'releaseParts': {
        const reservation = this.reservations.get(undoes);
        if (!reservation) this.barred.add(undoes);
        else this.add(reservation.partNumber, reservation.held);
        if (reservation) reservation.held = 0;
        if (reservation?.state === 'reserved') reservation.state = 'released';
        return ok();
      }
      case 'issueParts': {
        const reservation = this.reservations.get(textOf(input, 'reservationId'));
        if (!reservation) return refused('PARTS.RESERVATION_UNKNOWN');
        if (reservation.state === 'released') return refused('PARTS.RELEASED');
        this.issued += reservation.held;
        reservation.held = 0;
        reservation.state = 'issued';
        return ok();
      }
      case 'requestPurchase':
        if (this.barred.has(key)) return refused('PARTS.PURCHASE_CANCELLED');
        this.purchases.set(key, { open: total(lines) });
        return ok();
      case 'recordPurchase': {
        const purchase = textOf(input, 'purchaseId');
        if (this.barred.has(purchase)) return refused('PARTS.PURCHASE_CANCELLED');
        return this.purchases.has(purchase) ? ok() : refused('PARTS.PURCHASE_UNKNOWN');
      }
      case 'receiveGoods': {
        const purchase = this.purchases.get(textOf(input, 'purchaseId'));
        if (!purchase || !first || purchase.open < first.quantity) return refused('PARTS.MORE_THAN_ORDERED');
        purchase.open -= first.quantity;
        this.bought += first.quantity;
        this.add(first.partNumber, first.quantity);
        return this.hold(key, first, this.depotFor(call, input));
      }
      case 'cancelPurchase': {
        const purchase = this.purchases.get(undoes);
        if (purchase) purchase.open = 0;
        this.barred.add(undoes);
        return ok();
      }
      case 'shipParts':
        if (this.barred.has(key)) return refused('PARTS.SHIPMENT_RECALLED');
        for (const { reservationId = '', quantity } of lines) {
          const reservation = this.reservations.get(reservationId);
          if (!reservation || reservation.held < quantity) return refused('PARTS.NOT_RESERVED');
          reservation.held -= quantity;
        }
        this.parcels.set(key, { inTransit: total(lines) });
        return ok();
      case 'recallShipment': {
        const parcel = this.parcels.get(undoes);
        if (!parcel) this.barred.add(undoes);
        return ok({
          state: parcel && parcel.inTransit > 0 ? 'recalled' : 'closed',
          reference: parcel ? 'PO' : null,
        });
      }
      case 'settleShipment': {
        const parcel = this.parcels.get(textOf(input, 'shipmentId'));
        if (!parcel || parcel.inTransit < total(lines)) return refused('PARTS.NOT_IN_TRANSIT');
        parcel.inTransit -= total(lines);
        for (const { outcome, quantity, partNumber } of lines)
          if (outcome === 'delivered') this.withUser += quantity;
          else if (outcome === 'lost') this.lost += quantity;
          else this.add(partNumber, quantity);
        return ok();
      }
      default:
        return this.answerOldParts({ key, call, input, undoes, at: '' }, lines);
    }
  }

  private answerOldParts({ key, call, input }: PendingCall, lines: readonly Line[]): Outcome {
    const owed = this.returns.get(textOf(input, 'returnId'));
    switch (call) {
      case 'expectReturn':
        this.returns.set(key, { due: total(lines), inDepots: 0 });
        return ok();
      case 'takeInReturn':
        if (!owed || owed.due < total(lines)) return refused('PARTS.NOT_DUE');
        owed.due -= total(lines);
        owed.inDepots += total(lines);
        return ok();
      case 'forwardReturn':
        this.atFactory += owed?.inDepots ?? 0;
        if (owed) owed.inDepots = 0;
        return ok();
      case 'writeOffReturn':
        if (owed) owed.due = 0;
        return ok();
      case 'chargeOutlet':
        this.chargedCents += Number(input['amountCents']);
        return ok();
      case 'deliverCommand':
        this.delivered.push(input);
        return this.deliver(input);
      default:
        return refused(`NO_CALL ${call}`);
    }
  }

  private hold(key: string, { partNumber, quantity }: Line, depot: string): Outcome {
    this.add(partNumber, -quantity);
    this.reservations.set(key, { partNumber, held: quantity, state: 'reserved' });
    return ok({ picks: [{ depot, partNumber, quantity }] });
  }

  private add(partNumber: string, pieces: number): void {
    this.stock.set(partNumber, (this.stock.get(partNumber) ?? 0) + pieces);
  }
}
