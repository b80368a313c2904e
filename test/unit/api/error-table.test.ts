import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ERROR_CODES, errorWords, statusOf, type ErrorCode } from '../../../api/http/problems';

const isCode = (code: string): code is ErrorCode => ERROR_CODES.includes(code);

/** Rows of the table under "Problems": code, status and text. */
function rows(): { readonly code: string; readonly status: number; readonly text: string }[] {
  const problems = readFileSync('docs/api.md', 'utf8').split('\n## Problems\n')[1]?.split('\n## ')[0] ?? '';
  return [...problems.matchAll(/^\| `([^|`]+)` +\| (\d{3}) +\| (.*?) *\|$/gm)].map(
    ([, code = '', status, text = '']) => ({ code, status: Number(status), text }),
  );
}

describe('the table of errors in docs/api.md', () => {
  it('has every code that can be answered, once, with its status', () => {
    const answered = ERROR_CODES.filter(isCode).map((code): [string, number] => [code, statusOf(code)]);
    const byCode = ([left]: [string, number], [right]: [string, number]) => (left < right ? -1 : 1);
    const documented = rows().map(({ code, status }): [string, number] => [code, status]);
    expect(documented.sort(byCode)).toEqual(answered.sort(byCode));
  });

  it('says what the API answers, and may add a hint', () => {
    const other = rows().filter(({ code, text }) => isCode(code) && !text.startsWith(errorWords(code).en));
    expect(other).toEqual([]);
  });
});
