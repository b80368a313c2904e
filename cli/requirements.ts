import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { requirementsIndex } from './requirements/check';

/** Writes the index of `docs/requirements` from its rules. */
async function main(): Promise<void> {
  const { file, text } = await requirementsIndex(resolve(__dirname, '..'));
  await writeFile(file, text);
}

void main();
