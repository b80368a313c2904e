import { isDeepStrictEqual } from 'node:util';

/** A row that people change by the version they have read. */
interface Place {
  readonly find: () => Promise<object | null>;
  readonly create: () => Promise<unknown>;
  readonly update: (version: { readonly increment: 1 }) => Promise<unknown>;
}

/**
 * Writes a row that differs from the stored one as its next version, so that an editor of the earlier version
 * gets a conflict instead of overwriting it.
 */
export async function bringUpToDate(row: object, { find, create, update }: Place): Promise<void> {
  const there = await find();
  if (!there) await create();
  else if (!isDeepStrictEqual({ ...there, ...row }, there)) await update({ increment: 1 });
}
