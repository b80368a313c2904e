import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ApplicationFailure } from '@temporalio/common';
import { staysOpen } from '../domain/case/intake/joining';
import { SYSTEM } from '../domain/identity/actor';
import { query, type Database } from '../platform/database';
import type { ProcessClient } from '../platform/process-client';
import type { Call } from './types';

const Input = Type.Object({ into: Type.String(), offer: Type.Record(Type.String(), Type.Unknown()) });

/** As far as cases are followed that are joined to one another; people join two or three. */
const MOST_HOPS = 100;

interface Joins {
  readonly ended: boolean;
  /** The case that it has been joined to. */
  readonly joinedInto: string | null;
  /** The case that it is waiting to be joined to. */
  readonly joiningInto: string | null;
}

/**
 * Asks a case to take over the requests of another (R14). It agrees or refuses by its own rules. One that is about to be joined itself is
 * asked again later; where cases wait for one another in a circle, the oldest of them is the one that stays open.
 */
export const createAskToJoin =
  ({ processes, database }: { readonly processes: ProcessClient; readonly database: Database }): Call =>
  async ({ key, processId, input }) => {
    const { into, offer } = Value.Parse(Input, input);
    const command = { id: key, type: 'takeJoined', data: offer, actor: { ...SYSTEM, id: processId } };
    const answer = await processes.execute(into, { commands: [command] });
    switch (answer.kind) {
      case 'done':
        return { seq: answer.result.seq };
      case 'refused': {
        const { code, params } = answer.refusal;
        await refuseJoined(database, into);
        if (code !== 'CASE.JOINING') throw refused(code, params);
        if (await isOldestOfCircle(database, processId, into)) throw refused('CASE.JOINS_CROSS', { into });
        throw new Error(`${into} is being merged itself; the request is retried`);
      }
      case 'not-running': {
        // It may have agreed and ended before its answer arrived.
        const done = await database.processCommand.findUnique({
          where: { processId_commandId: { processId: into, commandId: key } },
        });
        if (done) return { seq: done.seq };
        const joins = await refuseJoined(database, into);
        if (joins?.ended === true) throw refused('CASE.ENDED', {});
        throw new Error(`${into} is not running; the request is retried`);
      }
      case 'unknown':
      case 'busy':
      case 'unavailable':
        throw new Error(`${into} gave no answer to ${processId}: ${answer.kind}`);
    }
  };

const refused = (code: string, params: Readonly<Record<string, unknown>>): ApplicationFailure =>
  ApplicationFailure.nonRetryable(code, code, params);

/** @throws {ApplicationFailure} naming the case that has its requests now. */
async function refuseJoined(database: Database, into: string): Promise<Joins | undefined> {
  const joins = await joinsOf(database, into);
  if (joins?.joinedInto != null) throw refused('CASE.JOINED_ELSEWHERE', { into: joins.joinedInto });
  return joins;
}

/** Each case waits for one other, so a circle is found by following them. */
async function isOldestOfCircle(database: Database, own: string, into: string): Promise<boolean> {
  const path = [own];
  let next: string | null | undefined = into;
  while (next != null && next !== own && path.length < MOST_HOPS) {
    path.push(next);
    next = (await joinsOf(database, next))?.joiningInto;
  }
  return next === own && staysOpen(path);
}

async function joinsOf(database: Database, processId: string): Promise<Joins | undefined> {
  const { rows } = await query<Joins>(
    database,
    `SELECT ended, state ->> 'joinedInto' AS "joinedInto", state -> 'joining' ->> 'into' AS "joiningInto"
    FROM process WHERE id = $1`,
    [processId],
  );
  return rows[0];
}
