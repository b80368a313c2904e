import { Prisma } from '../../platform/database';
import { searchQuery } from '../../platform/search';

/**
 * Whether a row's `words` hold what was typed, by the index on them (its expression, to the letter). What holds no word finds nothing.
 * Ask for the rows in a materialised query of their own: PostgreSQL takes a word's beginning to be common and would rather walk the
 * sorted rows until a page is full, cutting the text of each into words; for a rare one that is all of them (4.3 s among 200,000 cases
 * against 0.1 s).
 * @param withPhones whether the caller may see telephone numbers.
 */
export function matchesWords(q: string, withPhones: boolean): Prisma.Sql {
  const wanted = searchQuery(q, withPhones);
  return wanted === undefined
    ? Prisma.sql`FALSE`
    : Prisma.sql`array_to_tsvector(string_to_array(words, ' ')) @@ ${wanted}::tsquery`;
}
