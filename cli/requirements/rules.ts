import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { parse } from 'yaml';

/** A test file or folder, or a file with the titles of its tests that show the rule. */
const TestEntry = Type.Union([Type.String(), Type.Record(Type.String(), Type.Array(Type.String()))]);

const FrontMatter = Type.Object(
  {
    id: Type.RegExp(/^R[1-9]\d*$/),
    title: Type.String({ minLength: 1 }),
    status: Type.Union([Type.Literal('done'), Type.Literal('partial'), Type.Literal('open')]),
    code: Type.Array(Type.String()),
    tests: Type.Array(TestEntry),
    open: Type.Array(Type.String()),
  },
  { additionalProperties: false },
);

/** A path that a document names, with the test titles quoted after it. */
export interface Evidence {
  readonly path: string;
  readonly titles: readonly string[];
}

export interface Rule extends Omit<Static<typeof FrontMatter>, 'tests'> {
  readonly file: string;
  readonly tests: readonly Evidence[];
}

/** Everything that the documents of one folder say about code and tests. `faults` are documents that cannot be read. */
export interface Requirements {
  readonly rules: readonly Rule[];
  readonly evidence: readonly (Evidence & { readonly file: string })[];
  readonly faults: readonly string[];
}

const RULE_FILE = /^R\d{2,}\.md$/;
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

/** Reads every rule and `trust.md` in `folder`. */
export async function readRequirements(folder: string): Promise<Requirements> {
  const rules: Rule[] = [];
  const evidence: (Evidence & { file: string })[] = [];
  const faults: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    if (!RULE_FILE.test(file) && file !== 'trust.md') continue;
    const text = await readFile(join(folder, file), 'utf8');
    const body = text.replace(FRONT_MATTER, '');
    evidence.push(...quotedIn(body).map((one) => ({ ...one, file })));
    if (file === 'trust.md') continue;
    const rule = ruleOf(file, text);
    if (typeof rule === 'string') {
      faults.push(rule);
      continue;
    }
    rules.push(rule);
    const code = rule.code.map((path) => ({ path, titles: [] }));
    evidence.push(...[...code, ...rule.tests].map((one) => ({ ...one, file })));
  }
  rules.sort((a, b) => numberOf(a) - numberOf(b));
  return { rules, evidence, faults };
}

/** Gives the rule of a document, or the fault that keeps it from being read. */
function ruleOf(file: string, text: string): Rule | string {
  const yaml = FRONT_MATTER.exec(text)?.[1];
  if (yaml === undefined) return `${file}: has no front matter`;
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (error) {
    return `${file}: ${error instanceof Error ? error.message : String(error)}`;
  }
  const fault = Value.Errors(FrontMatter, data).First();
  if (fault !== undefined || !Value.Check(FrontMatter, data))
    return `${file}: ${fault?.path ?? ''} ${fault?.message ?? 'is not a rule'}`;
  if (file !== `R${data.id.slice(1).padStart(2, '0')}.md`) return `${file}: is not the file of ${data.id}`;
  return { ...data, file, tests: data.tests.flatMap(evidenceOf) };
}

const evidenceOf = (entry: Static<typeof TestEntry>): Evidence[] =>
  typeof entry === 'string'
    ? [{ path: entry, titles: [] }]
    : Object.entries(entry).map(([path, titles]) => ({ path, titles }));

/** Gives the paths below `test/` that a text names in backticks, each with the titles quoted after a colon. */
function quotedIn(body: string): Evidence[] {
  return [...body.matchAll(/`(test\/[^`]+)`(?::((?:,?\s*"[^"]+")+))?/g)].map(
    ([, path = '', quoted = '']) => ({
      path,
      titles: [...quoted.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title.replace(/\s+/g, ' ')),
    }),
  );
}

const numberOf = (rule: Rule): number => Number(rule.id.slice(1));
