import type { JsonObject, JsonValue } from '../../../../domain/json';
import type { CallOutcome } from '../../../../domain/process/decider';
import type { PendingCall } from '../../../../domain/process/calls';

type Outcome = CallOutcome['outcome'];

interface Reservation {
  readonly held: Map<string, number>;
  /** Handed out, and not back. */
  readonly out: Map<string, number>;
  state: 'reserved' | 'released' | 'issued';
}
interface Slip {
  readonly lines: readonly Line[];
  readonly reservation: Reservation | undefined;
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
  readonly from?: string;
  readonly to?: string;
}
const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'quantity' in value;
const linesOf = ({ lines }: JsonObject): readonly Line[] =>
  (Array.isArray(lines) ? lines : []).filter(isLine);
const textOf = (input: JsonObject, name: string): string => {
  const value = input[name];
  return typeof value === 'string' ? value : '';
};
const sumOf = (pieces: ReadonlyMap<string, number>): number =>
  [...pieces.values()].reduce((sum, one) => sum + one, 0);
const total = (lines: readonly Line[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** A parts and finance system as simple as can be: what is where, and tombstones. The contract tests hold the real one. */
export class Books {
  readonly stock = new Map<string, number>();
  readonly reservations = new Map<string, Reservation>();
  readonly parcels = new Map<string, Parcel>();
  readonly purchases = new Map<string, { open: number }>();
  readonly returns = new Map<string, { due: number; inDepots: number }>();
  readonly slips = new Map<string, Slip>();
  readonly barred = new Set<string>();
  readonly delivered: JsonObject[] = [];
  /** Where pieces are held. */
  depotFor = (_call: string, _input: JsonObject): string => 'east';
  /** Outcome of a command for another process. */
  deliver = (_input: JsonObject): Outcome => ok();
  lost = 0;
  /** Handed to engineers, by part. */
  readonly out = new Map<string, number>();
  withUser = 0;
  bought = 0;
  chargedCents = 0;
  atFactory = 0;

  constructor(stock: Readonly<Record<string, number>>) {
    for (const [partNumber, pieces] of Object.entries(stock)) this.stock.set(partNumber, pieces);
  }

  /** Pieces promised to somebody or on their way. */
  get left(): number {
    const held = [...this.reservations.values()].reduce((sum, one) => sum + sumOf(one.held), 0);
    const moving = [...this.parcels.values()].reduce((sum, one) => sum + one.inTransit, 0);
    const open = [...this.purchases.values()].reduce((sum, one) => sum + one.open, 0);
    return held + moving + open;
  }

  get issued(): number {
    return sumOf(this.out);
  }

  answer({ key, call, input, undoes = '' }: PendingCall): Outcome {
    const lines = linesOf(input);
    const [first] = lines;
    switch (call) {
      case 'reserveParts': {
        if (this.barred.has(key) || !first) return refused('PARTS.RELEASED');
        if (!this.hasAll(lines)) return refused('PARTS.OUT_OF_STOCK');
        return this.hold(key, lines, this.depotFor(call, input));
      }
      case 'releaseParts': {
        const reservation = this.reservations.get(undoes);
        if (!reservation) this.barred.add(undoes);
        for (const [partNumber, pieces] of reservation?.held ?? []) this.add(partNumber, pieces);
        reservation?.held.clear();
        if (reservation?.state === 'reserved') reservation.state = 'released';
        return ok();
      }
      case 'issueParts': {
        const reservation = this.reservations.get(textOf(input, 'reservationId'));
        if (!reservation) return refused('PARTS.RESERVATION_UNKNOWN');
        if (reservation.state === 'released') return refused('PARTS.RELEASED');
        for (const [partNumber, pieces] of reservation.held) this.handOut(partNumber, pieces, reservation);
        reservation.held.clear();
        reservation.state = 'issued';
        return ok();
      }
      case 'drawParts':
      case 'handBackParts':
      case 'reverseSlip':
        return this.answerSlip({ key, call, input, undoes, at: '' }, lines);
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
        return this.hold(key, [first], this.depotFor(call, input));
      }
      case 'cancelPurchase': {
        const purchase = this.purchases.get(undoes);
        if (purchase) purchase.open = 0;
        this.barred.add(undoes);
        return ok();
      }
      case 'shipParts':
        if (this.barred.has(key)) return refused('PARTS.SHIPMENT_RECALLED');
        for (const { reservationId = '', partNumber, quantity } of lines) {
          const held = this.reservations.get(reservationId)?.held;
          const there = held?.get(partNumber) ?? 0;
          if (!held || there < quantity) return refused('PARTS.NOT_RESERVED');
          held.set(partNumber, there - quantity);
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
      case 'correctShipment': {
        const parcel = this.parcels.get(textOf(input, 'shipmentId'));
        if (!parcel) return refused('PARTS.SHIPMENT_UNKNOWN');
        for (const { from, to, quantity } of lines)
          for (const [place, pieces] of [
            [from, -quantity],
            [to, quantity],
          ] as const)
            if (place === 'delivered') this.withUser += pieces;
            else if (place === 'lost') this.lost += pieces;
            else parcel.inTransit += pieces;
        return ok();
      }
      default:
        return this.answerOldParts({ key, call, input, undoes, at: '' }, lines);
    }
  }

  private answerOldParts({ key, call, input, undoes = '' }: PendingCall, lines: readonly Line[]): Outcome {
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
      case 'cancelReturn': {
        const cancelled = this.returns.get(undoes);
        if (cancelled) cancelled.due = 0;
        return ok();
      }
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

  private answerSlip({ key, call, input, undoes = '' }: PendingCall, lines: readonly Line[]): Outcome {
    if (call === 'reverseSlip') {
      const slip = this.slips.get(undoes);
      this.barred.add(undoes);
      for (const { partNumber, quantity } of slip?.lines ?? [])
        this.handOut(partNumber, slip?.reservation ? quantity : -quantity, slip?.reservation, true);
      this.slips.delete(undoes);
      return ok();
    }
    if (this.barred.has(key)) return refused('PARTS.SLIP_REVERSED');
    const isBack = call === 'handBackParts';
    const reservation = this.reservations.get(textOf(input, 'reservationId'));
    if (isBack && !reservation) return refused('PARTS.RESERVATION_UNKNOWN');
    const hasAll = isBack
      ? lines.every(({ partNumber, quantity }) => (reservation?.out.get(partNumber) ?? 0) >= quantity)
      : this.hasAll(lines);
    if (!hasAll) return refused(isBack ? 'PARTS.NOT_ISSUED' : 'PARTS.OUT_OF_STOCK');
    for (const { partNumber, quantity } of lines)
      this.handOut(partNumber, isBack ? -quantity : quantity, reservation, true);
    this.slips.set(key, { lines, reservation });
    return ok();
  }

  private handOut(partNumber: string, pieces: number, reservation?: Reservation, isFromStock = false): void {
    this.out.set(partNumber, (this.out.get(partNumber) ?? 0) + pieces);
    reservation?.out.set(partNumber, (reservation.out.get(partNumber) ?? 0) + pieces);
    if (isFromStock) this.add(partNumber, -pieces);
  }

  private hasAll(lines: readonly Line[]): boolean {
    const wanted = new Map<string, number>();
    for (const { partNumber, quantity } of lines)
      wanted.set(partNumber, (wanted.get(partNumber) ?? 0) + quantity);
    return [...wanted].every(([partNumber, quantity]) => (this.stock.get(partNumber) ?? 0) >= quantity);
  }

  private hold(key: string, lines: readonly Line[], depot: string): Outcome {
    const held = new Map<string, number>();
    for (const { partNumber, quantity } of lines) {
      this.add(partNumber, -quantity);
      held.set(partNumber, (held.get(partNumber) ?? 0) + quantity);
    }
    this.reservations.set(key, { held, out: new Map(), state: 'reserved' });
    return ok({ picks: lines.map(({ partNumber, quantity }) => ({ depot, partNumber, quantity })) });
  }

  private add(partNumber: string, pieces: number): void {
    this.stock.set(partNumber, (this.stock.get(partNumber) ?? 0) + pieces);
  }
}
