/** How many commands' ids a workflow takes along; PostgreSQL knows those of before (ADR 37). */
export const REMEMBERED_COMMANDS = 500;
/** UTF-16 units of their ids, all in all. */
export const REMEMBERED_LENGTH = 20_000;

/** The latest ids, as many as may be remembered. */
export function latest(ids: readonly string[]): readonly string[] {
  let length = 0;
  const tooOld = ids.findLastIndex((id, n) => {
    length += id.length;
    return length > REMEMBERED_LENGTH || ids.length - n > REMEMBERED_COMMANDS;
  });
  return ids.slice(tooOld + 1);
}
