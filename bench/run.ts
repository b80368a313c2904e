import { Command, InvalidArgumentError } from 'commander';
import { lifecycle } from './lifecycle/lifecycle';
import { read } from './read/read';

const write = (line: string): void => void process.stdout.write(`${line}\n`);

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 on');
  return value;
}
const counts = (text: string): number[] => text.split(',').map(count);

const program = new Command('npm run bench --')
  .description('Benchmarks: side by side, in one run')
  .action(() => {
    program.outputHelp();
  });

program
  .command('lifecycle')
  .description('a whole repair: Aftercare, bare messages on Temporal (the floor), and DBOS')
  .option('--cases <n>', 'cases of one round (default: by how many at a time)', count)
  .option('--rounds <n>', 'rounds that count, after one that warms up', count, 3)
  .option('--at <list>', 'how many cases at a time, one measurement each', counts, [1, 20, 100])
  .option('--profile <folder>', 'leaves a CPU profile of each process there; costs some time itself')
  .action(async (options: { cases?: number; rounds: number; at: number[]; profile?: string }) =>
    lifecycle({ cases: undefined, ...options, write }),
  );

program
  .command('read')
  .description('lists, pages, searches and reports of a large register, through the API')
  .option('--cases <n>', 'cases of the register', count, 20_000)
  .option('--times <n>', 'how often each question is asked', count, 100)
  .action(async (options: { cases: number; times: number }) => read({ ...options, write }));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
