import type { JsonObject } from '../json';
import { callKey } from './command-ids';
import { isKept, type Effect } from './decider';

/** A call to another system or process, until its outcome is known. */
export interface PendingCall {
  /** `<process>:<seq>:<n>`, with `:undo` for the call that takes one back: its idempotency key, for good. */
  readonly key: string;
  readonly call: string;
  readonly input: JsonObject;
  /** The workflow's time when it was asked for; the same however often it is tried. */
  readonly at: string;
  /** The key of the call that this one takes back. */
  readonly undoes?: string;
  /** The key of the call that has to be settled before: what is put back may be what is asked for; or it opens what this one is about. */
  readonly after?: string;
  /** The key of the call that opened what this one is about. */
  readonly about?: string;
}

export interface Undo {
  readonly key: string;
  readonly call: string;
  readonly input: JsonObject;
}

export interface CallsCarried {
  readonly pending: readonly PendingCall[];
  readonly undos: readonly Undo[];
}

/** The name of the call that takes a command to another process. */
export const DELIVER = 'deliverCommand';

/**
 * Which calls are under way and how each is taken back (design decision 7). The undo is noted before its call is made, so that
 * a crash between the two cannot lose it.
 */
export class CallBook {
  private pending: PendingCall[];
  private undos: Undo[];

  constructor(carried?: CallsCarried) {
    this.pending = [...(carried?.pending ?? [])];
    this.undos = [...(carried?.undos ?? [])];
  }

  /**
   * Notes the effects of one event. Gives the keys of the calls that are to be broken off.
   * @param isInTurn whether a call waits for an earlier one about the same thing; asked only where there is one.
   */
  add(
    effects: readonly Effect[],
    event: { readonly processId: string; readonly seq: number; readonly at: string },
    isInTurn: () => boolean = () => true,
  ): readonly string[] {
    const { at } = event;
    const brokenOff: string[] = [];
    let undoing: string | undefined;
    effects.forEach((effect, n) => {
      const key = callKey(event.processId, event.seq, n);
      switch (effect.kind) {
        case 'notify':
          return; // Written by the commit itself.
        case 'call':
          if (effect.undo) this.undos.push({ key, ...effect.undo });
          this.pending.push({
            key,
            call: effect.call,
            input: effect.input,
            at,
            ...this.turnOf(effect, isInTurn),
            ...(undoing !== undefined && { after: undoing }),
          });
          return;
        case 'deliver': {
          const { processType, processId, command, start, undo } = effect;
          if (undo)
            this.undos.push({
              key,
              call: DELIVER,
              input: { processType, processId, command: undo, start: true },
            });
          this.pending.push({
            key,
            call: DELIVER,
            input: { processType, processId, command, start: start ?? false },
            at,
            ...this.turnOf(effect, isInTurn),
          });
          return;
        }
        case 'undo':
          brokenOff.push(
            ...this.takeBack(at, ({ key: made, call }) => !isKept(effect.keeps, made, call), isInTurn),
          );
          return;
        case 'undoOf':
          brokenOff.push(
            ...this.takeBack(
              at,
              ({ key: made }) => made.startsWith(`${event.processId}:${effect.seq}:`),
              isInTurn,
            ),
          );
          undoing = this.pending.findLast(({ undoes }) => undoes !== undefined)?.key;
      }
    });
    return brokenOff;
  }

  /**
   * Calls that may run now: all of them at once, but those that take something back one by one, latest first, what is asked for in place
   * of it after it, and those about one thing in turn.
   */
  runnable(): readonly PendingCall[] {
    const firstUndo = this.pending.find(({ undoes }) => undoes !== undefined);
    const isPending = (key: string): boolean => this.pending.some((call) => call.key === key);
    return this.pending.filter(
      ({ key, undoes, after }) =>
        (undoes === undefined || key === firstUndo?.key) && (after === undefined || !isPending(after)),
    );
  }

  settle(key: string): void {
    this.pending = this.pending.filter((call) => call.key !== key);
  }

  isIdle(): boolean {
    return this.pending.length === 0;
  }

  carry(): CallsCarried {
    return { pending: [...this.pending], undos: [...this.undos] };
  }

  /** A call about something comes after all that is under way about it. */
  private turnOf(
    { about }: { readonly about?: string },
    isInTurn: () => boolean,
  ): Pick<PendingCall, 'about' | 'after'> {
    if (about === undefined) return {};
    const before = this.pending.findLast((call) => [call.key, call.about, call.undoes].includes(about));
    return { about, ...(before && isInTurn() && { after: before.key }) };
  }

  /**
   * Breaks off pending calls that can be undone: the undo settles each, whether or not it arrived. Pending
   * calls about the same thing that cannot be undone come first.
   */
  private takeBack(at: string, isMeant: (undo: Undo) => boolean, isInTurn: () => boolean): string[] {
    const meant = this.undos.filter(isMeant);
    const undoable = new Set(meant.map(({ key }) => key));
    const brokenOff = this.pending.filter(({ key }) => undoable.has(key)).map(({ key }) => key);
    this.pending = this.pending.filter(({ key }) => !undoable.has(key));
    for (const { key, call, input } of meant.toReversed()) {
      const before = this.pending.findLast(({ about }) => about === key);
      const turn = before && isInTurn() && { after: before.key };
      this.pending.push({ key: `${key}:undo`, call, input, at, undoes: key, ...turn });
    }
    this.undos = this.undos.filter(({ key }) => !undoable.has(key));
    return brokenOff;
  }
}
