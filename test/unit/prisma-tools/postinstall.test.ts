import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository, schemaFiles, writeFolder } from './given';

const root = mkdtempSync(join(tmpdir(), 'aftercare-postinstall-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const part = `model Part {
  number String @id

  @@schema("parts")
}
`;

/** A fresh clone after its packages are installed. */
async function freshClone(name: string): Promise<string> {
  const clone = await writeFolder(join(root, name), { 'package.json': '{}' });
  await writeFolder(join(clone, 'prisma', 'schema'), schemaFiles(part));
  for (const file of ['prisma.config.ts', 'scripts/postinstall.mjs']) {
    cpSync(join(repository, file), join(clone, file));
  }
  symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'), 'junction');
  return clone;
}

function postinstall(clone: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(clone, 'scripts', 'postinstall.mjs')],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

const quietSuccess = { status: 0, stdout: '', stderr: '' };
const modelOf = (clone: string) => join(clone, 'prisma', 'generated', 'models', 'Part.ts');

describe('postinstall', () => {
  it('generates the client without a word', async () => {
    const clone = await freshClone('fresh');

    expect(postinstall(clone)).toEqual(quietSuccess);
    expect(existsSync(modelOf(clone))).toBe(true);
  });

  it('does nothing while the client is up to date', async () => {
    const clone = await freshClone('again');
    postinstall(clone);
    writeFileSync(join(clone, 'prisma.config.ts'), 'throw new Error("read");');

    expect(postinstall(clone)).toEqual(quietSuccess);
  });

  it('generates again after the schema changed', async () => {
    const clone = await freshClone('changed');
    postinstall(clone);
    writeFileSync(
      join(clone, 'prisma', 'schema', 'models.prisma'),
      part.replace('@id\n', '@id\n  colour String\n'),
    );

    expect(postinstall(clone)).toEqual(quietSuccess);
    expect(readFileSync(modelOf(clone), 'utf8')).toContain('colour');
  });

  it('generates again after the client was changed', async () => {
    const clone = await freshClone('touched');
    postinstall(clone);
    const generated = readFileSync(modelOf(clone), 'utf8');
    writeFileSync(modelOf(clone), '');

    expect(postinstall(clone)).toEqual(quietSuccess);
    expect(readFileSync(modelOf(clone), 'utf8')).toBe(generated);
  });

  it('fails with the reason when the schema is wrong', async () => {
    const clone = await freshClone('wrong');
    writeFileSync(join(clone, 'prisma', 'schema', 'models.prisma'), part.replace('String', 'Strin'));

    const { status, stderr } = postinstall(clone);

    expect(status).toBe(1);
    expect(stderr).toContain('could not be generated');
    expect(stderr).toContain('Type "Strin" is neither a built-in type');
  });
});
