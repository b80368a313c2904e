import { spawn } from 'node:child_process';
import type { ProcessIdentity } from './process-identity';

/** Stands by a service until dismissed. */
export interface Guard {
  dismiss(): void;
}

/**
 * A shell that waits on a pipe from us. A word through it means all is well; its end without one means that we were
 * killed with no chance to tidy up, and then the shell stops the service for us. The service must still be the one
 * that was guarded: its start time in /proc is compared where there is a /proc (field 22, as in process-identity.ts).
 */
const script = `
read -r _ && exit 0
if [ -r /proc/self/stat ]; then
  ticks=$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20)
  case "$3" in */"$ticks") ;; *) exit 0 ;; esac
fi
kill -s "$2" "$1"
`;

/**
 * Makes a program that knows nothing of us (PostgreSQL, Temporal) end with us even when we are SIGKILLed.
 * Our own services watch their IPC channel instead: `dieWithParent`.
 */
export function guardService(service: ProcessIdentity, signal: NodeJS.Signals): Guard {
  const args = ['-c', script, 'guard', String(service.pid), signal.replace(/^SIG/, ''), service.start];
  // A session of its own, so that the terminal's Ctrl-C reaches us alone and we stop things in order.
  const shell = spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  let failure: Error | undefined;
  // Without a guard the service still runs, and the next start finds what is left: the pid file names it.
  shell.on('error', (error) => (failure = error));
  shell.stdin.on('error', (error) => (failure = error));
  shell.unref();
  return {
    dismiss() {
      if (failure === undefined && shell.exitCode === null) shell.stdin.end('done\n');
    },
  };
}
