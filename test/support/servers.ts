interface Kept {
  readonly dataDir: string;
  readonly servers: readonly { stop(): Promise<unknown> }[];
}

// The set-up and tear-down modules run in one process but are loaded apart: what they share hangs on globalThis.
declare global {
  var aftercareTestServers: Kept | undefined;
}

export function keepForTeardown(kept: Kept): void {
  globalThis.aftercareTestServers = kept;
}

export const kept = (): Kept | undefined => globalThis.aftercareTestServers;
