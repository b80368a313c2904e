import { Prisma } from '../platform/database';

/** A table that holds rows of processes, as a commit writes it. Fields are Prisma's, columns PostgreSQL's. */
export interface Table {
  readonly name: string;
  readonly fields: readonly string[];
  /**
   * `image`: after the commit it holds exactly the rows given for the process. `once`: rows are only added, and one that is there already
   * stays. `new`: rows are only added, and one that is there already is an error.
   */
  readonly holds: 'image' | 'once' | 'new';
  /** The fields of its primary key. */
  readonly key: readonly string[];
}

/** Rows of one process for a table. */
export interface TableRows {
  readonly table: Table;
  readonly rows: readonly object[];
  /**
   * Rows of the image that the table already holds, if known. Unchanged rows are not written again, whatever
   * their `seq`.
   */
  readonly before?: readonly object[] | undefined;
}

/** Column defaults that PostgreSQL fills in. */
const GIVEN = {
  event: ['position', 'transactionId'],
  notification: ['readAt', 'state', 'attempts', 'nextAttemptAt', 'lease', 'channel', 'reason', 'settledAt'],
};
const fieldsOf = (names: object, without: readonly string[] = []): readonly string[] =>
  Object.keys(names).filter((name) => !without.includes(name));

/** A table of a read model, which holds the rows of a process as they are now. */
export const image = (name: string, names: object, ...key: readonly string[]): Table => ({
  name,
  fields: fieldsOf(names),
  holds: 'image',
  key,
});

export const PROCESS_EVENT: Table = {
  name: 'process_event',
  fields: fieldsOf(Prisma.ProcessEventScalarFieldEnum, GIVEN.event),
  holds: 'new',
  key: ['processId', 'seq'],
};
export const PROCESS_COMMAND: Table = {
  name: 'process_command',
  fields: fieldsOf(Prisma.ProcessCommandScalarFieldEnum),
  holds: 'new',
  key: ['processId', 'commandId'],
};
export const NOTIFICATION: Table = {
  name: 'notification',
  fields: fieldsOf(Prisma.NotificationScalarFieldEnum, GIVEN.notification),
  holds: 'once',
  key: ['id'],
};
export const PROCESS_CLOCK = image('process_clock', Prisma.ProcessClockScalarFieldEnum, 'processId', 'name');
export const TASK = image('task', Prisma.TaskScalarFieldEnum, 'processId', 'key');

/** Begins with the columns that are not their field's name in snake case (`@map` of the schema); the others come as they are asked for. */
const columns = new Map([['ownerOrgId', 'owner_organisation_id']]);

/** The column of a field. */
export function columnOf(field: string): string {
  const known = columns.get(field);
  if (known !== undefined) return known;
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, column);
  return column;
}

/** The tables that every process has rows in. */
export const COMMON_TABLES = [PROCESS_EVENT, PROCESS_COMMAND, PROCESS_CLOCK, TASK, NOTIFICATION];
