import { Prisma } from '../../platform/database';
import { searchQuery } from '../../platform/search';

/**
 * Whether a row's `words` hold what was typed, by the index on their vector. What holds no word finds nothing. Ask for the rows in a
 * materialised query of their own: PostgreSQL takes a word's beginning to be common and would rather walk the sorted rows until a page is
 * full, which for a rare one are all of them.
 * @param withPhones whether the caller may see telephone numbers.
 */
export function matchesWords(q: string, withPhones: boolean): Prisma.Sql {
  const wanted = searchQuery(q, withPhones);
  return wanted === undefined ? Prisma.sql`FALSE` : Prisma.sql`words_vector @@ ${wanted}::tsquery`;
}
