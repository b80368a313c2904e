import type { WriteLine } from './progress';
import type { RestartListener } from './service-spec';

/**
 * A line where a service ended, and one where it is back.
 * @param name as it begins a sentence. @param log where its own lines are.
 */
export const restartLines = (name: string, write: WriteLine, log: string): RestartListener => ({
  onExit: ({ reason }) => write(`${name} ended (${reason}) and is started again; its log is ${log}`),
  onBack: (awayMs) => write(`${name} is back after ${(awayMs / 1_000).toFixed(1)} s`),
});

/** Picks the restart listener from options that may hold one. */
export const listenerIn = ({ onExit, onBack }: RestartListener): RestartListener => ({
  ...(onExit && { onExit }),
  ...(onBack && { onBack }),
});
