/** A failure of bringing the servers up, worded for the person who typed the command. */
export class StackError extends Error {
  override readonly name = 'StackError';
}

/** The code of a Node system error (`ENOENT`, `EADDRINUSE`), or undefined for any other failure. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) && !(typeof error === 'object' && error !== null)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
