/** How long intake waits for the case to be there before it answers that it will be. */
const ALONE_MS = 3_000;
/** With more in flight it is a burst: what is registered is answered at once. */
const MOST_WHO_WAIT = 8;

/**
 * Those in flight share the patience, so that the more there are, the sooner each is answered. Who sends the same request again asks whether it
 * has begun, and is waited for.
 */
export function patienceWith(inFlight: number, isRepeat: boolean): number {
  if (isRepeat || inFlight <= 1) return ALONE_MS;
  return inFlight > MOST_WHO_WAIT ? 0 : ALONE_MS / inFlight;
}
