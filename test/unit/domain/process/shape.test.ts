import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../../domain/identity/actor';
import { isActor, refuseMalformedRequest, refuseMalformedStart } from '../../../../domain/process/shape';
import { unreadable } from '../../../../domain/process/unreadable';

const command = { id: 'c-1', type: 'addNote', data: { text: 'x' }, actor: SYSTEM };
const MALFORMED = expect.objectContaining({ code: 'COMMAND.MALFORMED' });
const ID = 'AS-2026-000001';

describe('A request to a process', () => {
  it.each([
    { commands: [command] },
    { commands: [command], expectedSeq: 3, traceId: 'trace' },
    { commands: [] },
    { commands: [{ ...command, occurredAt: '2026-03-02T01:00:00.000Z', digest: 'd', more: 1 }] },
  ])('of the right shape is asked of the rules: %j', (request) => {
    expect(() => refuseMalformedRequest(request)).not.toThrow();
  });

  it.each([
    undefined,
    null,
    'commands',
    [],
    {},
    unreadable('A payload is not encrypted'),
    { commands: 'addNote' },
    { commands: [null] },
    { commands: [{ ...command, id: 7 }] },
    { commands: [{ ...command, id: '' }] },
    { commands: [{ ...command, id: 'x'.repeat(201) }] },
    { commands: [{ ...command, type: undefined }] },
    { commands: [{ ...command, data: 'text' }] },
    { commands: [{ ...command, data: [] }] },
    { commands: [{ ...command, actor: undefined }] },
    { commands: [{ ...command, actor: { kind: 'manager', id: 'x' } }] },
    { commands: [{ ...command, actor: { kind: 'staff', id: 'x', roles: ['hq-service-manager'] } }] },
    { commands: [{ ...command, occurredAt: 'yesterday' }] },
    { commands: [command], expectedSeq: '3' },
    { commands: [command], expectedSeq: 1e300 },
    { commands: [command], traceId: {} },
  ])('of another is refused: %j', (request) => {
    expect(() => refuseMalformedRequest(request)).toThrow(MALFORMED);
  });
});

describe('The start of a process', () => {
  it.each([
    { processId: ID },
    { processId: ID, first: command, updatesPerRun: 5 },
    { processId: ID, carried: { ledger: { seq: 4, state: {}, done: [] }, calls: {}, deadlines: [] } },
  ])('of the right shape begins: %j', (start) => {
    expect(() => refuseMalformedStart(start, ID)).not.toThrow();
  });

  it.each([
    undefined,
    {},
    { processId: 'AS-2026-000002' },
    { processId: ID, first: { ...command, actor: {} } },
    { processId: ID, updatesPerRun: 0 },
    { processId: ID, carried: { ledger: { seq: 4, state: 'closed' } } },
    unreadable('A payload is not encrypted'),
  ])('of another is refused: %j', (start) => {
    expect(() => refuseMalformedStart(start, ID)).toThrow(MALFORMED);
  });
});

it.each([
  [SYSTEM, true],
  [{ kind: 'customer', id: 'cus-1', name: '' }, true],
  [{ kind: 'customer', id: 'cus-1' }, false],
  [{ kind: 'staff', id: 's', name: 'n', roles: [], organisationId: 'o' }, true],
  [{ kind: 'staff', id: 's', name: 'n', roles: [7], organisationId: 'o' }, false],
  [{ kind: 'system' }, false],
  [[], false],
])('%j is an actor: %s', (actor, is) => {
  expect(isActor(actor)).toBe(is);
});
