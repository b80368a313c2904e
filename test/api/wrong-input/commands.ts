import { note, type Wrong } from './wrong';

const id = 'wrong-command-1';
const command = (name: string, given: object, expected: string, by?: string): Wrong => ({
  name,
  to: 'commands',
  body: { commands: [{ id, ...given }] },
  expected,
  ...(by !== undefined && { by }),
});
const appointment = (from: string, to: string): object => ({
  type: 'dispatch',
  data: { engineerId: 'stf-027', appointment: { from, to }, parts: [] },
});
const dispatch = (more: object): object => ({
  type: 'dispatch',
  data: {
    engineerId: 'stf-027',
    appointment: { from: '2026-11-22T00:00:00Z', to: '2027-01-01T00:00:00Z' },
    parts: [],
    ...more,
  },
});
const AT = 'commands.0.data';
const report = (more: object): object => ({
  type: 'report',
  data: {
    labourMinutes: 1,
    travelMinutes: 1,
    labourCostCents: 1,
    travelCostCents: 1,
    partsCostCents: 1,
    currency: 'CNY',
    signedBy: 'x',
    ...more,
  },
});

/** Malformed commands to a case that is answered and classified. */
export const WRONG_COMMANDS: readonly Wrong[] = [
  command('an unknown command', { type: 'explode', data: {} }, '400 COMMAND.UNKNOWN commands.0.type'),
  command('no command', { data: {} }, '400 REQUEST.INVALID commands.0.type'),
  command('a number for a command', { type: 5, data: {} }, '400 REQUEST.INVALID commands.0.type'),
  command('a wrong stage', { type: 'close', data: {} }, '409 CASE.WRONG_STAGE'),
  command('a wrong role', { type: 'cancel', data: { reason: 'x' } }, '403 CASE.NOT_PERMITTED'),
  command(
    'another organisation',
    { type: 'addNote', data: { text: 'x' } },
    '404 RESOURCE.NOT_FOUND',
    'huang.yongqi',
  ),
  command(
    'an unknown engineer',
    dispatch({ engineerId: 'nobody' }),
    `422 REQUEST.REFERENCE_UNKNOWN ${AT}.engineerId`,
  ),
  command(
    'somebody who is no engineer',
    dispatch({ engineerId: 'stf-010' }),
    `422 REQUEST.REFERENCE_UNKNOWN ${AT}.engineerId`,
  ),
  command(
    "another region's engineer",
    dispatch({ engineerId: 'stf-033' }),
    `422 REQUEST.REFERENCE_UNKNOWN ${AT}.engineerId`,
  ),
  command(
    'an unknown customer',
    { type: 'identifyCustomer', data: { customerId: 'cus-9999' } },
    `422 REQUEST.REFERENCE_UNKNOWN ${AT}.customerId`,
  ),
  command(
    'an unknown unit',
    { type: 'classify', data: { requestType: 'repair', priority: 'low', symptom: 'x', unitSerial: 'none' } },
    `422 REQUEST.REFERENCE_UNKNOWN ${AT}.unitSerial`,
  ),
  command(
    'an appointment backward',
    appointment('2027-01-02T00:00:00Z', '2027-01-01T00:00:00Z'),
    '422 COMMAND.INVALID data.appointment',
  ),
  command(
    'an appointment in the year 2150',
    appointment('2150-01-01T00:00:00Z', '2150-01-02T00:00:00Z'),
    `422 COMMAND.INVALID ${AT}.appointment.to`,
  ),
  command(
    'an appointment in the year 9999',
    appointment('2026-12-01T00:00:00Z', '9999-12-31T00:00:00Z'),
    `400 REQUEST.INVALID ${AT}.appointment.to`,
  ),
  command(
    'an instant of the year 1',
    { type: 'addNote', data: { text: 'x' }, occurredAt: '0001-01-01T00:00:00Z' },
    '400 REQUEST.INVALID commands.0.occurredAt',
  ),
  command(
    'an instant to come',
    { type: 'addNote', data: { text: 'x' }, occurredAt: '2100-01-01T00:00:00Z' },
    '422 COMMAND.INSTANT_IN_FUTURE occurredAt',
  ),
  command(
    'an instant before the stage',
    { type: 'addNote', data: { text: 'x' }, occurredAt: '2020-01-01T00:00:00Z' },
    '422 COMMAND.INSTANT_TOO_EARLY occurredAt',
  ),
  command('a negative cost', report({ labourCostCents: -1 }), `400 REQUEST.INVALID ${AT}.labourCostCents`),
  command(
    'a cost beyond integers',
    report({ labourCostCents: 1e300 }),
    `400 REQUEST.INVALID ${AT}.labourCostCents`,
  ),
  command('a broken cost', report({ labourCostCents: 0.5 }), `400 REQUEST.INVALID ${AT}.labourCostCents`),
  command('a cost as text', report({ labourCostCents: '1' }), `400 REQUEST.INVALID ${AT}.labourCostCents`),
  command('a currency that is none', report({ currency: 'yuan' }), `400 REQUEST.INVALID ${AT}.currency`),
  command(
    'an unknown field',
    { type: 'addNote', data: { text: 'x', html: 'y' } },
    `400 REQUEST.INVALID ${AT}.html`,
  ),
  command('a missing field', { type: 'addNote', data: {} }, `400 REQUEST.INVALID ${AT}.text`),
  command(
    'a short id',
    { id: 'short', type: 'addNote', data: { text: 'x' } },
    '400 REQUEST.INVALID commands.0.id',
  ),
  { name: 'no command', to: 'commands', body: { commands: [] }, expected: '400 REQUEST.INVALID commands' },
  {
    name: '51 commands',
    to: 'commands',
    body: { commands: Array.from({ length: 51 }, (_, n) => note(n)) },
    expected: '400 REQUEST.INVALID commands',
  },
  {
    name: 'one id twice',
    to: 'commands',
    body: { commands: [note(1), note(1)] },
    expected: '422 COMMAND.ID_REUSED commands.1.id',
  },
  {
    name: 'a stale version',
    to: 'commands',
    body: { commands: [note(1)] },
    headers: { 'if-match': '"1"' },
    expected: '412 CASE.STALE If-Match',
  },
];
