/** An instant to be in force from, a little late on the way here. */
const ON_THE_WAY_MS = 60_000;

/** Whether what is in force from an instant on would change promises that run already (R4). */
export const reachesBack = (from: Date, now: Date): boolean => from.getTime() < now.getTime() - ON_THE_WAY_MS;
