import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { literalsOf } from './literals';
import { readRequirements, type Evidence, type Requirements, type Rule } from './rules';

const FOLDER = join('docs', 'requirements');

/** Gives the index as the rules of the repository at `root` make it, and where it is kept. */
export async function requirementsIndex(root: string): Promise<{ file: string; text: string }> {
  const { rules } = await readRequirements(join(root, FOLDER));
  return { file: join(root, FOLDER, 'README.md'), text: indexOf(rules) };
}

/**
 * Gives what is wrong with the documents of the rules, a line each: an index out of date, a path that does not exist,
 * a quoted test title that its file does not have, a rule that is not open and names no test.
 */
export async function requirementsFaults(root: string): Promise<string[]> {
  const read = await readRequirements(join(root, FOLDER));
  const kept = await readFile(join(root, FOLDER, 'README.md'), 'utf8').catch(() => '');
  return [
    ...read.faults,
    ...(kept === indexOf(read.rules) ? [] : ['README.md: is out of date; run npm run requirements']),
    ...untested(read.rules),
    ...(await missing(root, read.evidence)),
  ];
}

function indexOf(rules: readonly Rule[]): string {
  const count = (status: Rule['status']): number => rules.filter((rule) => rule.status === status).length;
  return [
    '# Requirements',
    '',
    'Five source documents (000 to 004, in Chinese) describe the service of a manufacturer. Each rule has a file that says how far it is,',
    'and which code and tests show it. A `[1]` after a rule names its source document.',
    '',
    `Of ${rules.length} rules ${count('done')} are done, ${count('partial')} in part, and ${count('open')} are open.`,
    '[trust.md](trust.md) has the guarantees that belong to no single rule.',
    '',
    '| id | rule | status | file |',
    '| --- | --- | --- | --- |',
    ...rules.map((rule) => `| ${rule.id} | ${rule.title} | ${rule.status} | [${rule.file}](${rule.file}) |`),
    '',
    'This file is written by `npm run requirements`; `npm run check` compares it, and the paths and test titles, with the code.',
    '',
  ].join('\n');
}

const untested = (rules: readonly Rule[]): string[] =>
  rules
    .filter((rule) => rule.status !== 'open' && rule.tests.length === 0)
    .map((rule) => `${rule.file}: is ${rule.status} and names no test`);

async function missing(root: string, evidence: Requirements['evidence']): Promise<string[]> {
  const faults: string[] = [];
  const literals = new Map<string, ReadonlySet<string>>();
  for (const { file, path, titles } of evidence) {
    if (!(await isThere(join(root, path)))) {
      faults.push(`${file}: ${path} does not exist`);
      continue;
    }
    if (titles.length === 0) continue;
    const strings = literals.get(path) ?? literalsOf(await readFile(join(root, path), 'utf8'));
    literals.set(path, strings);
    faults.push(
      ...absent({ path, titles }, strings).map((title) => `${file}: ${path} has no test "${title}"`),
    );
  }
  return faults;
}

const absent = ({ titles }: Evidence, strings: ReadonlySet<string>): string[] =>
  titles.filter((title) => !strings.has(title));

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
