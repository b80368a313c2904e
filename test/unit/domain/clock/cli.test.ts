import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runClock } from '../../../../cli/clock';
import cases from './cases.json';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(content: string) {
  const file = join(folder, 'cases.json');
  writeFileSync(file, content);
  return runFile(file);
}

function runFile(file: string) {
  let stdout = '';
  let stderr = '';
  const code = runClock(file, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

describe('npm run clock', () => {
  it('prints the answers in the order of the cases', () => {
    const { code, stdout, stderr } = run(JSON.stringify(cases));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(cases.map((one) => one.expect));
  });

  it('prints an empty array for none', () => {
    expect(run('[]')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });

  it.each([
    ['a target that is no number', { targetSeconds: '60' }, 'targetSeconds: '],
    ['a target below nothing', { targetSeconds: -1 }, 'targetSeconds: '],
    ['a target of half a second', { targetSeconds: 0.5 }, 'targetSeconds: '],
    ['a start without a zone', { startAt: '2026-10-19T02:00:00' }, 'startAt: '],
    ['a start that does not exist', { startAt: '2026-02-30T02:00:00Z' }, 'startAt: '],
    ['a start in another age', { startAt: '0001-01-01T00:00:00Z' }, 'startAt: '],
    ['no present', { now: undefined }, 'now: '],
    ['an end that is no instant', { metAt: 'yesterday' }, 'metAt: '],
    [
      'a pause that runs backward',
      { pauses: [{ from: '2026-10-19T02:00:00Z', to: '2026-10-19T01:00:00Z' }] },
      'pauses[0].to: ',
    ],
    [
      'a pause without an end before another',
      { pauses: [{ from: '2026-10-19T02:00:00Z' }, { from: '2026-10-19T03:00:00Z' }] },
      'pauses[0].to: ',
    ],
    ['a threshold that is no number', { thresholds: [0.5, null] }, 'thresholds[1]: '],
    ['a calendar without work', { calendar: { timeZone: 'UTC', hours: {} } }, 'calendar.hours: '],
  ])('names the case and the field at %s, prints nothing else and ends with 2', (_what, parts, field) => {
    const good = cases[0];
    const { code, stdout, stderr } = run(JSON.stringify([good, { ...good, id: 'bad-one', ...parts }]));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`bad-one: ${field}`);
  });

  it('counts a case without an id', () => {
    expect(run('[7]')).toEqual({ code: 2, stdout: '', stderr: 'case 1: case: must be an object\n' });
  });

  it('says so where the file is no JSON, no array, or not there', () => {
    expect(run('{"a":').code).toBe(2);
    expect(run('{}').stderr).toContain('must be a JSON array');
    expect(runFile(join(folder, 'none.json'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('none.json'),
    });
  });
});
