import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Lanes, NoRoomError } from '../../../platform/lanes';

/** Work that lasts until it is released. */
function held() {
  let release = (): void => undefined;
  const done = new Promise<void>((resolve) => (release = resolve));
  return { done, release };
}
const soon = () => Date.now() + 10_000;

describe('lanes', () => {
  it('let as many at once as they are wide, the others in the order in which they came', async () => {
    const lanes = new Lanes(2);
    const begun: number[] = [];
    const works = [held(), held(), held(), held()];
    const all = works.map(({ done }, n) =>
      lanes.run('a', soon(), async () => {
        begun.push(n);
        await done;
      }),
    );
    await sleep(1);
    expect(begun).toEqual([0, 1]);
    works[1]?.release();
    await all[1];
    await sleep(1);
    expect(begun).toEqual([0, 1, 2]);
    for (const { release } of works) release();
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('keep one key from waiting for another', async () => {
    const lanes = new Lanes(1);
    const busy = held();
    const first = lanes.run('a', soon(), () => busy.done);
    expect(await lanes.run('b', soon(), () => Promise.resolve('done'))).toBe('done');
    busy.release();
    await first;
  });

  it('refuse who would have to wait beyond the deadline, and lose no place by it', async () => {
    const lanes = new Lanes(1);
    const busy = held();
    const first = lanes.run('a', soon(), () => busy.done);
    let begun = false;
    const late = lanes.run('a', Date.now() + 5, () => {
      begun = true;
      return Promise.resolve();
    });
    const patient = lanes.run('a', soon(), () => Promise.resolve('done'));
    await expect(late).rejects.toThrow(NoRoomError);
    busy.release();
    await first;
    expect(await patient).toBe('done');
    expect(begun).toBe(false);
  });

  it('go on after work that failed', async () => {
    const lanes = new Lanes(1);
    await expect(lanes.run('a', soon(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lanes.run('a', soon(), () => Promise.resolve('yes'))).toBe('yes');
  });
});
