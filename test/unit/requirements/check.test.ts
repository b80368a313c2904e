import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requirementsFaults, requirementsIndex } from '../../../cli/requirements/check';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'aftercare-requirements-'));
  put('domain/quote.ts', 'export {};\n');
  put('test/quote.test.ts', "it('asks the customer', () => {});\nit(`refuses ${1} of them`, () => {});\n");
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

interface Written {
  readonly id?: string;
  readonly status?: string;
  readonly code?: string;
  readonly tests?: string;
  readonly body?: string;
}

const aRule = ({
  id = 'R7',
  status = 'done',
  code = '[domain/quote.ts]',
  tests = '[{test/quote.test.ts: [asks the customer]}]',
  body = '',
}: Written): string =>
  `---\nid: ${id}\ntitle: Quote, then work\nstatus: ${status}\ncode: ${code}\ntests: ${tests}\nopen: []\n---\n\n${body}`;

async function faultsOf(text: string): Promise<string[]> {
  put('docs/requirements/R07.md', text);
  const { file, text: index } = await requirementsIndex(root);
  writeFileSync(file, index);
  return requirementsFaults(root);
}

describe('The documents of the rules', () => {
  it('are right where the index is up to date and paths and titles exist', async () => {
    const body = '- Holds.\n  - `test/quote.test.ts`: "asks the customer", "refuses … of them"\n';
    await expect(faultsOf(aRule({ body }))).resolves.toEqual([]);
  });

  it.each<[string, Written, string]>([
    ['code that does not exist', { code: '[domain/gone.ts]' }, 'R07.md: domain/gone.ts does not exist'],
    [
      'a test that does not exist',
      { tests: '[test/gone.test.ts]' },
      'R07.md: test/gone.test.ts does not exist',
    ],
    [
      'a title that the test file does not have',
      { tests: '[{test/quote.test.ts: [asks]}]' },
      'R07.md: test/quote.test.ts has no test "asks"',
    ],
    [
      'a title in its text that the test file does not have',
      { body: '`test/quote.test.ts`: "asks the customer", "asks twice"' },
      'R07.md: test/quote.test.ts has no test "asks twice"',
    ],
    ['no test though it is not open', { tests: '[]' }, 'R07.md: is done and names no test'],
    ['an id of another file', { id: 'R8' }, 'R07.md: is not the file of R8'],
  ])('are refused with %s', async (_what, written, fault) => {
    await expect(faultsOf(aRule(written))).resolves.toEqual([fault]);
  });

  it('need no test while they are open', async () => {
    await expect(faultsOf(aRule({ status: 'open', tests: '[]' }))).resolves.toEqual([]);
  });

  it.each([
    ['no front matter', '# R7\n', 'R07.md: has no front matter'],
    ['a status that there is not', aRule({ status: 'planned' }), 'R07.md: /status '],
  ])('are refused with %s', async (_what, text, fault) => {
    await expect(faultsOf(text)).resolves.toEqual([expect.stringContaining(fault)]);
  });

  it('are refused with an index that is out of date', async () => {
    await faultsOf(aRule({}));
    put('docs/requirements/R08.md', aRule({ id: 'R8' }));
    await expect(requirementsFaults(root)).resolves.toEqual([
      'README.md: is out of date; run npm run requirements',
    ]);
  });
});
