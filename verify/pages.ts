/** Rows read, at most, at a time: what keeps memory the same however much there is. */
export const PAGE_ROWS = 200;

/**
 * All rows of a query page by page (keyset: each page begins after the last row of the one before).
 * @param read at most {@link PAGE_ROWS} rows that come after the key, in its order; the first ones where it is undefined.
 */
export async function* pages<T, K>(
  read: (after: K | undefined) => Promise<readonly T[]>,
  keyOf: (row: T) => K,
): AsyncGenerator<readonly T[]> {
  let after: K | undefined;
  for (;;) {
    const page = await read(after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE_ROWS) return;
    after = keyOf(last);
  }
}
