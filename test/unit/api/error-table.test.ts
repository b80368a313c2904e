import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ERROR_CODES, statusOf, type ErrorCode } from '../../../api/http/problems';

const isCode = (code: string): code is ErrorCode => ERROR_CODES.includes(code);

/** Codes of the table under "Problems", each with its status; a row may tell of several. */
function documented(): [string, number][] {
  const problems = readFileSync('docs/api.md', 'utf8').split('\n## Problems\n')[1]?.split('\n## ')[0] ?? '';
  return [...problems.matchAll(/^\| (`[^|]+`) +\| (\d{3}) +\|/gm)].flatMap(([, codes = '', status]) =>
    [...codes.matchAll(/`([^`]+)`/g)].map(([, code = '']): [string, number] => [code, Number(status)]),
  );
}

describe('the table of errors in docs/api.md', () => {
  it('has every code that can be answered, once, with its status', () => {
    const answered = ERROR_CODES.filter(isCode).map((code): [string, number] => [code, statusOf(code)]);
    const byCode = ([left]: [string, number], [right]: [string, number]) => (left < right ? -1 : 1);
    expect(documented().sort(byCode)).toEqual(answered.sort(byCode));
  });
});
