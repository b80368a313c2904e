import type { JsonObject } from '../../../../domain/json';
import type { PendingCall } from '../../../../domain/process/calls';
import type { CallOutcome } from '../../../../domain/process/decider';

type Outcome = CallOutcome['outcome'];

interface Posted {
  readonly kind: 'cost' | 'invoice';
  readonly amountCents: number;
  isTakenBack: boolean;
}

const OK: Outcome = { ok: true, result: null };
const refused = (code: string): Outcome => ({ ok: false, code, reason: code });
const cents = (input: JsonObject, ...names: readonly string[]): number =>
  names.reduce((sum, name) => sum + Number(input[name] ?? 0), 0);

/** A finance system as simple as can be: what was posted, what was taken back, and tombstones. The contract tests hold the real one. */
export class FinanceBooks {
  readonly entries = new Map<string, Posted>();
  private readonly barred = new Set<string>();

  knows(call: string): boolean {
    return ['accrueCost', 'reverseCost', 'issueInvoice', 'creditInvoice'].includes(call);
  }

  answer({ key, call, input, undoes = '' }: PendingCall): Outcome {
    switch (call) {
      case 'accrueCost':
        return this.post(key, 'cost', cents(input, 'labourCostCents', 'travelCostCents', 'partsCostCents'));
      case 'issueInvoice':
        return this.post(key, 'invoice', cents(input, 'totalCents'));
      case 'reverseCost':
        return this.takeBack(undoes, 'cost');
      case 'creditInvoice':
        return this.takeBack(undoes, 'invoice');
      default:
        return refused(`NO_CALL ${call}`);
    }
  }

  /** Effective amount, in minor units: postings less reversals. */
  standing(kind: Posted['kind']): number {
    return [...this.entries.values()]
      .filter((entry) => entry.kind === kind && !entry.isTakenBack)
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
  }

  private post(key: string, kind: Posted['kind'], amountCents: number): Outcome {
    if (this.barred.has(key)) return refused('FINANCE.REVERSED');
    this.entries.set(key, { kind, amountCents, isTakenBack: false });
    return OK;
  }

  private takeBack(key: string, kind: Posted['kind']): Outcome {
    const entry = this.entries.get(key);
    if (!entry) this.barred.add(key);
    else if (entry.kind !== kind) return refused('FINANCE.INVOICED');
    else entry.isTakenBack = true;
    return OK;
  }
}
