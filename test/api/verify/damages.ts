/** One thing wrong with an `openCase`, and where it is to be found: all of it, in order. */
export interface Damage {
  readonly name: string;
  /** SQL; `$1` is the process id. */
  readonly sql: string;
  readonly places: readonly string[];
}

const event = (seq: number, change: string): string =>
  `UPDATE process_event SET ${change} WHERE process_id = $1 AND seq = ${seq}`;
const head = (change: string): string => `UPDATE process SET ${change} WHERE id = $1`;
export const row = (table: string, change: string, more = ''): string =>
  `UPDATE ${table} SET ${change} WHERE process_id = $1 ${more}`;
export const gone = (table: string, more = ''): string =>
  `DELETE FROM ${table} WHERE process_id = $1 ${more}`;
/** A copy of one row under another key. */
export const copy = (table: string, columns: string, values: string, more: string): string =>
  `INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} WHERE process_id = $1 ${more}`;

const PRIORITY = ['seq 10 state.priority', 'seq 10 service_case.priority'];

export const EVENT_DAMAGES: readonly Damage[] = [
  {
    name: 'an event says something else',
    sql: event(7, `data = jsonb_set(data, '{priority}', '"low"')`),
    places: ['seq 7 event.hash', ...PRIORITY],
  },
  {
    name: 'an event has another type',
    sql: event(7, `type = 'LinkSent'`),
    // It would have sent one message.
    places: ['seq 7 event.hash', 'seq 7 notification[#:7:0:customer-1]', ...PRIORITY],
  },
  {
    name: 'an event has a type that no decider knows',
    sql: event(7, `type = 'Nonsense'`),
    places: ['seq 7 event.hash', 'seq 7 event'],
  },
  { name: 'an event holds no object', sql: event(7, `data = '7'`), places: ['seq 7 event', ...PRIORITY] },
  {
    name: 'an event lacks what the read model needs',
    sql: event(1, `data = data - 'sender'`),
    places: ['seq 1 event.hash', 'seq 10 state.registration.sender', 'seq 10 read model'],
  },
  {
    name: 'an event was done by somebody else',
    sql: event(9, `actor = jsonb_set(actor, '{id}', '"nobody"')`),
    places: ['seq 9 event.hash'],
  },
  {
    name: 'an event was done by nobody who can be',
    sql: event(9, `actor = '{"kind": "staff", "id": "stf-010", "roles": ["hq-service-manager"]}'`),
    places: ['seq 9 event.hash', 'seq 9 event.actor'],
  },
  {
    name: 'an event was done by no one at all',
    sql: event(9, `actor = 'null'`),
    places: ['seq 9 event.hash', 'seq 9 event.actor'],
  },
  {
    name: 'an event happened at another time',
    sql: event(9, `at = at - interval '1 day'`),
    places: ['seq 9 event.hash', 'seq 9 process_command[command-5].at'],
  },
  {
    name: 'an event in the middle is gone',
    sql: gone('process_event', 'AND seq = 7'),
    places: ['seq 7 event', ...PRIORITY],
  },
  { name: 'an event’s hash is another', sql: event(7, `hash = 'f00'`), places: ['seq 7 event.hash'] },
  { name: 'the last event’s hash is another', sql: event(10, `hash = 'f00'`), places: ['seq 10 event.hash'] },
  {
    name: 'an event names another before it',
    sql: event(7, `prev_hash = 'f00'`),
    places: ['seq 7 event.prevHash'],
  },
  {
    name: 'an event stands before the first',
    sql: copy(
      'process_event',
      'process_id, seq, type, data, actor, command_id, at, prev_hash, hash',
      'process_id, 0, type, data, actor, command_id, at, prev_hash, hash',
      'AND seq = 1',
    ),
    places: ['seq 0 event'],
  },
];

export const HEAD_DAMAGES: readonly Damage[] = [
  { name: 'the head is further than the events', sql: head('seq = 11'), places: ['seq 10 process.seq'] },
  { name: 'the head is behind the events', sql: head('seq = 9'), places: ['seq 10 process.seq'] },
  { name: 'the head’s hash is another', sql: head(`hash = 'f00'`), places: ['seq 10 process.hash'] },
  { name: 'the type is unknown', sql: head(`type = 'nonsense'`), places: ['seq 10 process.type'] },
  { name: 'the process counts as ended', sql: head('ended = true'), places: ['seq 10 process.ended'] },
  {
    name: 'a field of the state is another',
    sql: head(`state = jsonb_set(state, '{priority}', '"low"')`),
    places: ['seq 10 state.priority'],
  },
  {
    name: 'a field deep in the state is another',
    sql: head(`state = jsonb_set(state, '{clocks,answer,metAt}', '"2026-03-02T09:00:00.000Z"')`),
    places: ['seq 10 state.clocks.answer.metAt'],
  },
  {
    name: 'an element of a list in the state is another',
    sql: head(`state = jsonb_set(state, '{clocks,answer,fired}', '["breach"]')`),
    places: ['seq 10 state.clocks.answer.fired[0]'],
  },
  {
    name: 'a field of the state is missing',
    sql: head(`state = state - 'symptom'`),
    places: ['seq 10 state.symptom'],
  },
  {
    name: 'a field of the state is too much',
    sql: head(`state = state || '{"gift": 1}'`),
    places: ['seq 10 state.gift'],
  },
];

export const COMMAND_DAMAGES: readonly Damage[] = [
  {
    name: 'a command has no row',
    sql: gone('process_command', `AND command_id = 'command-2'`),
    places: ['seq 3 process_command[command-2]'],
  },
  {
    name: 'a command names another event',
    sql: row('process_command', 'seq = 3', `AND command_id = 'command-2'`),
    places: ['seq 4 process_command[command-2].seq'],
  },
  {
    name: 'the last command of a batch has no row',
    sql: gone('process_command', `AND command_id = 'command-6'`),
    places: ['seq 10 process_command[command-6]'],
  },
  {
    name: 'the last command names another event',
    sql: row('process_command', 'seq = 12', `AND command_id = 'command-6'`),
    places: ['seq 10 process_command[command-6].seq'],
  },
  {
    name: 'a command of events to come',
    sql: copy(
      'process_command',
      'process_id, command_id, seq, at',
      `process_id, 'forged', 99, at`,
      `AND command_id = 'command-1'`,
    ),
    places: ['seq 10 process_command[forged].seq'],
  },
  {
    name: 'R13: a call has ended and nothing is on record of how',
    sql: copy(
      'process_command',
      'process_id, command_id, seq, at',
      `process_id, 'settle:AS-2026-000001:9:0', 10, at`,
      `AND command_id = 'command-6'`,
    ),
    places: ['seq 10 process_command[settle:AS-2026-000001:9:0]'],
  },
  {
    name: 'a step of a clock counts as done and is still to come',
    sql: `INSERT INTO process_command (process_id, command_id, seq, at)
      SELECT process_id, 'elapse:' || name || ':' || next_step || ':' || round(extract(epoch FROM next_step_at) * 1000)::bigint || ':10', 10, next_step_at
      FROM process_clock WHERE process_id = $1 AND name = 'resolution' AND next_step IS NOT NULL`,
    places: ['seq 10 process_command[elapse:resolution:warn:0.5:1772713800000:10]'],
  },
  {
    name: 'a caller’s command bears an id of the system’s',
    sql: copy(
      'process_command',
      'process_id, command_id, seq, digest, at',
      `process_id, 'elapse:answer:breach:1:1', 10, 'd1', at`,
      `AND command_id = 'command-6'`,
    ),
    places: ['seq 10 process_command[elapse:answer:breach:1:1].digest'],
  },
];

export const READ_MODEL_DAMAGES: readonly Damage[] = [
  { name: 'the case is in no list', sql: gone('service_case'), places: ['seq 10 service_case'] },
  {
    name: 'the list shows another stage',
    sql: row('service_case', `stage = 'closed'`),
    places: ['seq 10 service_case.stage'],
  },
  {
    name: 'the list shows another version',
    sql: row('service_case', 'seq = 9'),
    places: ['seq 10 service_case.seq'],
  },
  {
    name: 'the search knows other words',
    sql: row('service_case', `words = 'none'`),
    places: ['seq 10 service_case.words'],
  },
  {
    name: 'a clock is missing',
    sql: gone('process_clock', `AND name = 'answer'`),
    places: ['seq 10 process_clock[answer]'],
  },
  {
    name: 'a clock is due at another time',
    sql: row('process_clock', `due_at = due_at + interval '1 hour'`, `AND name = 'resolution'`),
    places: ['seq 10 process_clock[resolution].dueAt'],
  },
  {
    name: 'a clock is too much',
    sql: copy(
      'process_clock',
      'process_id, name, seq, policy_id, calendar, started_at, paused',
      `process_id, 'survey', seq, policy_id, calendar, started_at, paused`,
      `AND name = 'answer'`,
    ),
    places: ['seq 10 process_clock[survey]'],
  },
  { name: 'a task is missing', sql: gone('task', `AND key = 'dispatch'`), places: ['seq 10 task[dispatch]'] },
  {
    name: 'a task is somebody else’s',
    sql: row('task', `role = 'finance'`),
    places: ['seq 10 task[dispatch].role'],
  },
  {
    name: 'a task is too much',
    sql: copy(
      'task',
      'process_id, key, seq, kind, role, opened_at, params',
      `process_id, 'rest', seq, kind, role, opened_at, params`,
      `AND key = 'dispatch'`,
    ),
    places: ['seq 10 task[rest]'],
  },
];
