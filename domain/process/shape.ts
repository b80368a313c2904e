import { DomainError } from '../errors';
import type { Actor } from '../identity/actor';
import { whyUnreadable } from './unreadable';

/** Checks a command's shape before the rules run: every client of Temporal can send anything (ADR 37). */

const LONGEST_ID = 200;
const LONGEST_TYPE = 100;

/** @throws {DomainError} where it is not a batch of commands in their envelopes, each with somebody who gives it. */
export function refuseMalformedRequest(request: unknown): void {
  refuseUnreadable(request);
  if (!isRecord(request)) throw malformed('the request is no object');
  const { commands, expectedSeq, traceId } = request;
  if (!Array.isArray(commands)) throw malformed('there is no list of commands', 'commands');
  for (const [n, command] of commands.entries()) refuseMalformedCommand(command, `commands.${n}`);
  if (expectedSeq !== undefined && !Number.isSafeInteger(expectedSeq))
    throw malformed('the version is no integer', 'expectedSeq');
  if (traceId !== undefined && !isText(traceId)) throw malformed('the trace id is no text', 'traceId');
}

/** @throws {DomainError} where it is not the start of a process of that id. */
export function refuseMalformedStart(start: unknown, processId: string): void {
  refuseUnreadable(start);
  if (!isRecord(start)) throw malformed('the start is no object');
  if (start['processId'] !== processId) throw malformed('it is the start of another process', 'processId');
  const { first, carried, updatesPerRun, eventsPerRun, bytesPerRun } = start;
  if (first !== undefined) refuseMalformedCommand(first, 'first');
  for (const limit of [updatesPerRun, eventsPerRun, bytesPerRun])
    if (limit !== undefined && !(Number.isSafeInteger(limit) && Number(limit) > 0))
      throw malformed('a limit is no positive integer');
  if (carried === undefined) return;
  const ledger = isRecord(carried) ? carried['ledger'] : undefined;
  if (!isRecord(ledger) || !Number.isSafeInteger(ledger['seq']) || !isRecord(ledger['state']))
    throw malformed('what it carries is no state', 'carried');
}

function refuseMalformedCommand(command: unknown, field: string): void {
  if (!isRecord(command)) throw malformed('a command is no object', field);
  const { id, type, data, actor, occurredAt, digest } = command;
  if (!isText(id) || id.length > LONGEST_ID) throw malformed('a command has no id', `${field}.id`);
  if (!isText(type) || type.length > LONGEST_TYPE) throw malformed('a command has no type', `${field}.type`);
  if (!isRecord(data)) throw malformed('the data of a command is no object', `${field}.data`);
  if (!isActor(actor)) throw malformed('nobody gives the command', `${field}.actor`);
  if (occurredAt !== undefined && !(isText(occurredAt) && !Number.isNaN(Date.parse(occurredAt))))
    throw malformed('the instant is none', `${field}.occurredAt`);
  if (digest !== undefined && !isText(digest)) throw malformed('the digest is no text', `${field}.digest`);
  const { lateEntry, endsTasks } = command;
  if (endsTasks !== undefined && typeof endsTasks !== 'boolean')
    throw malformed('whether it ends tasks is neither yes nor no', `${field}.endsTasks`);
  if (lateEntry !== undefined && !(isRecord(lateEntry) && Object.values(lateEntry).every(isTerms)))
    throw malformed('what may be entered late is no list of roles for each clock', `${field}.lateEntry`);
}

/** Whether it is one who can give a command, all of what is recorded of them there. */
export function isActor(value: unknown): value is Actor {
  if (!isRecord(value) || !isText(value['id'])) return false;
  const { kind, name, roles, organisationId } = value;
  switch (kind) {
    case 'system':
      return true;
    case 'customer':
      return typeof name === 'string';
    case 'staff':
      return (
        typeof name === 'string' &&
        isText(organisationId) &&
        Array.isArray(roles) &&
        roles.every((role) => typeof role === 'string')
      );
    default:
      return false;
  }
}

const isTerms = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (term: unknown) => isRecord(term) && isText(term['role']) && typeof term['withinSeconds'] === 'number',
  );

function refuseUnreadable(value: unknown): void {
  const reason = whyUnreadable(value);
  if (reason !== undefined) throw malformed(reason);
}

const malformed = (reason: string, field?: string): DomainError =>
  new DomainError('COMMAND.MALFORMED', { reason }, field);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
