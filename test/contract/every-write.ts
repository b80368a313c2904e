import { describe, expect, it } from '@jest/globals';
import { SystemRefusal } from '../../systems/shared/errors';
import { codeOf, refusalOf } from './refused';

/** Permitted differences from the prepared request. */
export interface Changes {
  readonly key?: string;
  readonly at?: string;
}

/** One changing request of a port, with all that has to be there for it. */
export interface Ready {
  send(changes?: Changes): Promise<unknown>;
  /** The same about something that never was. Absent where the request opens something. */
  sendAboutNobody?(): Promise<unknown>;
  /** Subject and all that it moves, as the port returns it: states and quantities, no ids. */
  look(): Promise<unknown>;
}

export interface Write {
  readonly name: string;
  ready(): Promise<Ready>;
  /** The refusal where what it is about never was; `barred`: it is done, and keeps that from coming later. */
  readonly nobody?: string;
  /** Outcome of a concurrent request for the same thing under another key. Absent when both succeed. */
  readonly rival?: string;
}

const LATER = '2026-03-09T10:00:00.000Z';

let count = 0;
const freshKey = (): string => `write:${String((count += 1)).padStart(4, '0')}`;

/** A request made ready from its call and its content. */
export const aRequest = <R extends { readonly key: string; readonly at: string }>(
  call: (request: R) => Promise<unknown>,
  request: R,
  look: () => Promise<unknown>,
  nobody?: Partial<R>,
): Ready => ({
  send: (changes = {}) => call({ ...request, ...changes }),
  look,
  ...(nobody && { sendAboutNobody: () => call({ ...request, ...nobody, key: freshKey() }) }),
});

/** A view of the result, or the code of its refusal. */
export const seen = async <T>(asked: Promise<T>, pick: (found: T) => unknown): Promise<unknown> => {
  try {
    return pick(await asked);
  } catch (error) {
    if (error instanceof SystemRefusal) return error.code;
    throw error;
  }
};

/** Behaviour common to every changing request of a port, one by one. Part of both contracts. */
export const everyWriteContract = (writes: readonly Write[]): void => {
  describe.each(writes)('$name, as every changing request', ({ name, ready, nobody, rival }) => {
    it('is answered alike and done once, however often it is sent with its key', async () => {
      const request = await ready();
      const before = await request.look();
      const answer = await request.send();
      const after = await request.look();
      expect(after).not.toEqual(before);
      expect(await request.send()).toEqual(answer);
      expect(await request.look()).toEqual(after);
    });

    it('is done once where five send it at once with one key', async () => {
      const [alone, crowded] = [await ready(), await ready()];
      await alone.send();
      const answers = await Promise.all(Array.from({ length: 5 }, () => crowded.send()));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await crowded.look()).toEqual(await alone.look());
    });

    it('is refused, and changes nothing, where its key came with another content or for something else', async () => {
      const request = await ready();
      const key = freshKey();
      await request.send({ key });
      const after = await request.look();
      expect(await codeOf(request.send({ key, at: LATER }))).toBe('IDEMPOTENCY.KEY_REUSED');
      expect(await request.look()).toEqual(after);
      const other = writes[(writes.findIndex((one) => one.name === name) + 1) % writes.length];
      const elsewhere = await other?.ready();
      const untouched = await elsewhere?.look();
      expect(await codeOf(Promise.resolve(elsewhere?.send({ key })))).toBe('IDEMPOTENCY.KEY_REUSED');
      expect(await elsewhere?.look()).toEqual(untouched);
    });

    it('names the field at fault, changes nothing, and is done once it is mended', async () => {
      const request = await ready();
      const before = await request.look();
      const refusal = await refusalOf(request.send({ at: 'yesterday' }));
      expect([refusal.code, refusal.errors[0]?.pointer]).toEqual(['REQUEST.INVALID', '#/at']);
      expect(await request.look()).toEqual(before);
      await request.send();
      expect(await request.look()).not.toEqual(before);
    });

    if (nobody !== undefined)
      it('about something that never was is refused, or bars it', async () => {
        const request = await ready();
        const before = await request.look();
        const asked = request.sendAboutNobody?.();
        const outcome = await seen(Promise.resolve(asked), () => 'barred');
        expect([asked === undefined, outcome]).toEqual([false, nobody]);
        expect(await request.look()).toEqual(before);
      });

    if (rival !== undefined)
      it('is done once where two ask for the same at once under keys of their own', async () => {
        const [alone, contested] = [await ready(), await ready()];
        await alone.send();
        const outcomes = await Promise.all(
          [freshKey(), freshKey()].map((key) => seen(contested.send({ key }), () => 'done')),
        );
        expect(outcomes.sort()).toEqual(['done', rival].sort());
        expect(await contested.look()).toEqual(await alone.look());
      });
  });
};
