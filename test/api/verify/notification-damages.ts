import { copy, gone, row, type Damage } from './damages';

const NOTIFICATION = 'id, process_id, template, language, params, created_at, not_before';

/** `#` stands for the process id. */
export const NOTIFICATION_DAMAGES: readonly Damage[] = [
  {
    name: 'a customer was not told',
    sql: gone('notification', `AND template = 'request-answered'`),
    places: ['seq 3 notification[#:3:0:customer-1]'],
  },
  {
    name: 'nobody of the desk was told',
    sql: gone('notification', `AND template = 'case-registered'`),
    places: ['seq 1 notification[#:1:0:*]'],
  },
  {
    name: 'a message is of an event that does not exist',
    sql: copy(
      'notification',
      NOTIFICATION,
      `$1 || ':99:0:clerk', process_id, template, language, params, created_at, not_before`,
      `AND template = 'case-registered'`,
    ),
    places: ['seq 99 notification[#:99:0:clerk]'],
  },
  {
    name: 'a message is of an event that tells nobody',
    sql: copy(
      'notification',
      NOTIFICATION,
      `$1 || ':2:0:clerk', process_id, template, language, params, created_at, not_before`,
      `AND template = 'case-registered'`,
    ),
    places: ['seq 2 notification[#:2:0:clerk]'],
  },
  {
    name: 'a message of an event went to another customer',
    sql: row(
      'notification',
      `id = process_id || ':3:0:customer-2', customer_id = 'customer-2'`,
      `AND template = 'request-answered'`,
    ),
    places: ['seq 3 notification[#:3:0:customer-1]', 'seq 3 notification[#:3:0:customer-2]'],
  },
  {
    name: 'a message says something else',
    sql: row(
      'notification',
      `params = jsonb_set(params, '{answer}', '"Never"')`,
      `AND template = 'request-answered'`,
    ),
    places: ['seq 3 notification[#:3:0:customer-1].params'],
  },
  {
    name: 'a message names no event',
    sql: copy(
      'notification',
      NOTIFICATION,
      `'x' || $1, process_id, template, language, params, created_at, not_before`,
      `AND template = 'case-registered'`,
    ),
    places: ['seq 0 notification[x#]'],
  },
];
