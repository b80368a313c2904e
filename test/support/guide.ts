/** A step of a page that tells how to extend Aftercare: a new file, or lines of an existing one that change. */
export interface Step {
  readonly kind: 'file' | 'edit';
  readonly path: string;
  /** Lines that the file holds now; none of a new file. */
  readonly before: string;
  readonly after: string;
}

const PATH = /^`([\w./-]+\.(?:ts|json))`/u;
const FENCE = /^```(\w*)$/u;

/** The steps of a page: a `ts` block is a file, a `diff` block changes one. Each belongs to the last paragraph that begins with a path. */
export function guideSteps(page: string): readonly Step[] {
  const steps: Step[] = [];
  let path: string | undefined;
  const lines = page.split('\n').values();
  for (const line of lines) {
    path = PATH.exec(line)?.[1] ?? path;
    const language = FENCE.exec(line)?.[1];
    if (language === undefined) continue;
    const block: string[] = [];
    for (const inner of lines) {
      if (inner === '```') break;
      block.push(inner);
    }
    const step = path === undefined ? undefined : stepOf(path, language, block);
    if (step) steps.push(step);
  }
  return steps;
}

function stepOf(path: string, language: string, block: readonly string[]): Step | undefined {
  if (language === 'ts') return { kind: 'file', path, before: '', after: textOf(block) };
  if (language !== 'diff') return undefined;
  const without = (mark: string) =>
    textOf(block.filter((line) => !line.startsWith(mark)).map((line) => line.slice(1)));
  return { kind: 'edit', path, before: without('+'), after: without('-') };
}

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
