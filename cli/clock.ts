import { readFileSync } from 'node:fs';
import { type ClockAnswer, computeClock } from '../domain/clock/compute';
import { ClockInputError } from '../domain/clock/errors';
import { parseClockInput } from '../domain/clock/parse-input';

/** Where a command writes; `process` is one. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Reads a JSON array of clocks and prints the array of their answers, in order. Gives the exit code: 0, or 2 where the file or a
 * case in it is invalid; then each fault is named on standard error and standard output stays empty.
 */
export function runClock(file: string, terminal: Terminal = process): number {
  const results = readCases(file).map((one, index) => ('fault' in one ? one : answer(one.value, index)));
  const faults = results.flatMap((one) => ('fault' in one ? [one.fault] : []));
  if (faults.length > 0) {
    terminal.stderr.write(`${faults.join('\n')}\n`);
    return 2;
  }
  const answers = results.flatMap((one) => ('answer' in one ? [one.answer] : []));
  terminal.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
  return 0;
}

interface Fault {
  readonly fault: string;
}

/** The cases as they stand in the file; a file that cannot be read, or is no JSON array, is one fault. */
function readCases(file: string): readonly ({ readonly value: unknown } | Fault)[] {
  try {
    const cases: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(cases)
      ? cases.map((value: unknown) => ({ value }))
      : [{ fault: `${file}: must be a JSON array of clocks` }];
  } catch (error) {
    return [{ fault: `${file}: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

function answer(value: unknown, index: number): { readonly answer: ClockAnswer } | Fault {
  try {
    return { answer: computeClock(parseClockInput(value)) };
  } catch (error) {
    if (!(error instanceof ClockInputError)) throw error;
    return { fault: `${caseName(value, index)}: ${error.message}` };
  }
}

const caseName = (value: unknown, index: number): string =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : `case ${index + 1}`;

if (require.main === module) {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) {
    process.stderr.write('Usage: npm run clock -- FILE\n');
    process.exitCode = 2;
  } else {
    process.exitCode = runClock(file);
  }
}
