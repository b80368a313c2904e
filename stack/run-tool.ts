import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { StackError, systemErrorCode } from './errors';
import type { WriteLine } from './progress';

export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** The tool is killed after this long; no limit when left out. */
  readonly timeoutMs?: number;
  readonly onLine?: WriteLine;
  /** How many of the last lines the result holds; 12 when left out. */
  readonly keepLines?: number;
}

export type ToolResult =
  | { readonly kind: 'done'; readonly lines: readonly string[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Runs a tool to its end and gives its last lines (stdout and stderr together). Never throws for what the tool does:
 * a missing tool and a failed one are results, since the caller has other ways to go on.
 */
export async function runTool(run: ToolRun): Promise<ToolResult> {
  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
    if (lines.length > (run.keepLines ?? 12)) lines.shift();
    run.onLine?.(line);
  };
  return await new Promise((resolve) => {
    const child = spawn(run.command, [...run.args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(run.cwd === undefined ? {} : { cwd: run.cwd }),
      ...(run.uid === undefined ? {} : { uid: run.uid }),
      ...(run.gid === undefined ? {} : { gid: run.gid }),
    });
    // Not spawn's own `timeout`: Node 20 forgets to clear that one for a program that is not there.
    const limit =
      run.timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), run.timeoutMs);
    createInterface({ input: child.stdout }).on('line', keep);
    createInterface({ input: child.stderr }).on('line', keep);
    child.on('error', (error) => {
      clearTimeout(limit);
      const missing = systemErrorCode(error) === 'ENOENT';
      resolve(missing ? { kind: 'not-found' } : { kind: 'failed', reason: error.message });
    });
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) {
        resolve({ kind: 'done', lines });
        return;
      }
      const how = code === null ? `ended by ${signal ?? 'a signal'}` : `exit code ${code}`;
      resolve({ kind: 'failed', reason: [how, ...lines].join('\n') });
    });
  });
}

/** As {@link runTool}, for a tool that must work. @throws StackError with the tool's last lines. */
export async function runToolOrThrow(run: ToolRun): Promise<readonly string[]> {
  const result = await runTool(run);
  switch (result.kind) {
    case 'done':
      return result.lines;
    case 'not-found':
      throw new StackError(`${run.command} is not installed`);
    case 'failed':
      throw new StackError(`${run.command} failed: ${result.reason}`);
  }
}
