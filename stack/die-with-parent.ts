/**
 * Lets a service end when the process that started it is gone, even by SIGKILL: the IPC channel between them closes.
 * Does nothing (and gives false) when there was no such channel, as in production under systemd or in a container.
 *
 * @param onGone ends the service in order; it is called once
 * @param graceMs after this long the process ends all the same
 */
export function dieWithParent(onGone: () => Promise<void> | void, graceMs = 20_000): boolean {
  const { channel } = process;
  if (!('connected' in process)) return false;
  const leave = () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    Promise.resolve()
      .then(onGone)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`could not shut down cleanly: ${String(error)}\n`);
          process.exit(1);
        },
      );
  };
  if (!channel) {
    // The parent was gone before we came to this.
    leave();
    return true;
  }
  process.once('disconnect', leave);
  // Listening for the disconnection alone must not keep a finished service alive.
  channel.unref();
  return true;
}
