import { Prisma } from '../../platform/database';

/** Whether one of the columns contains a text, whatever its case. For small tables: no index serves it. */
export const containing = (text: string, columns: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    columns.map((column) => Prisma.sql`${column} ILIKE ${patternOf(text)}`),
    ' OR ',
  )})`;

/** A pattern of LIKE that finds the text anywhere, taken to the letter. */
export const patternOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
