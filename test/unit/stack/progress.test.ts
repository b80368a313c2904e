import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createProgress, elapsed } from '../../../stack/progress';

/** A progress reporter, the lines it wrote, and work of a given length. */
function aReporter() {
  const lines: string[] = [];
  const progress = createProgress((line) => lines.push(line));
  const work = (durationMs: number, says: readonly string[] = []) =>
    progress.run('Building', async (onLine) => {
      for (const line of says) onLine(line);
      await new Promise((resolve) => setTimeout(resolve, durationMs));
      return 'built';
    });
  return { lines, progress, work };
}

describe('progress', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('says nothing of work that ends within two seconds', async () => {
    const { lines, work } = aReporter();
    const done = work(1_900);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await done).toBe('built');
    expect(lines).toEqual([]);
  });

  it('shows long work after two seconds and every ten, with the last line of its tool', async () => {
    const { lines, work } = aReporter();
    const done = work(80_000, ['go: downloading golang.org/x/sys', '', 'net/http  ']);
    await jest.advanceTimersByTimeAsync(80_000);
    await done;
    expect(lines[0]).toBe('Building … 2s, last: net/http');
    expect(lines.slice(-2)).toEqual(['Building … 1m12s, last: net/http', 'Building … done in 1m20s']);
    expect(lines).toHaveLength(9);
  });

  it('says that long work failed, and lets the failure through', async () => {
    const { lines, progress } = aReporter();
    const failing = progress.run('Building', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      throw new Error('no compiler');
    });
    const outcome = expect(failing).rejects.toThrow('no compiler');
    await jest.advanceTimersByTimeAsync(30_000);
    await outcome;
    expect(lines).toEqual(['Building … 2s', 'Building … failed after 5s']);
  });

  it.each([
    [0, '0s'],
    [59_999, '59s'],
    [80_000, '1m20s'],
    [3_900_000, '1h05m'],
  ])('writes %d ms as %s', (durationMs, text) => {
    expect(elapsed(durationMs)).toBe(text);
  });
});
