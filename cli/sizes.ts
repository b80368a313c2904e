import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

const compressed = promisify(gzip);

/** The first load of a page: these modules, with everything that they import statically. */
interface Load {
  readonly name: string;
  readonly application: 'console' | 'customer';
  readonly modules: readonly string[];
  /** In kB (1,000 bytes), gzipped. */
  readonly mostKb: number;
}
const LOADS: readonly Load[] = [
  { name: 'login', application: 'console', modules: ['index.html'], mostKb: 200 },
  {
    name: 'list of cases',
    application: 'console',
    modules: ['index.html', 'inside.tsx', 'cases/case-list.tsx'],
    mostKb: 350,
  },
  ...['case/case-page.tsx', 'request/request-page.tsx', 'promises/promises-page.tsx'].map((page): Load => ({
    name: `customer: ${page}`,
    application: 'customer',
    modules: ['index.html', page],
    mostKb: 20,
  })),
];

/** The manifest that vite writes beside what it builds. */
const Manifest = Type.Record(
  Type.String(),
  Type.Object({
    file: Type.String(),
    imports: Type.Optional(Type.Array(Type.String())),
    css: Type.Optional(Type.Array(Type.String())),
  }),
);
type Manifest = Static<typeof Manifest>;

/** Measures the first loads of the built pages. @returns a line for each that is too heavy or not there. */
export async function sizeFaults(root: string): Promise<string[]> {
  const faults: string[] = [];
  for (const load of LOADS) {
    const folder = join(root, 'web', 'dist', load.application);
    const manifest: unknown = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
    if (!Value.Check(Manifest, manifest)) return [`${folder}: no manifest of vite`];
    const missing = load.modules.filter((module) => !(module in manifest));
    if (missing.length > 0) faults.push(`${load.name}: not built by this name: ${missing.join(', ')}`);
    const files = new Set(['index.html']);
    for (const module of load.modules) filesOf(manifest, module, files);
    const sizes = await Promise.all([...files].map((file) => gzippedBytes(join(folder, file))));
    const kb = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1_000;
    if (kb > load.mostKb)
      faults.push(
        `${load.name}: ${kb.toFixed(1)} kB gzipped of at most ${load.mostKb}: ${[...files].join(', ')}`,
      );
  }
  return faults;
}

function filesOf(manifest: Manifest, module: string, files: Set<string>): void {
  const built = manifest[module];
  if (!built || files.has(built.file)) return;
  files.add(built.file);
  for (const css of built.css ?? []) files.add(css);
  for (const imported of built.imports ?? []) filesOf(manifest, imported, files);
}

const gzippedBytes = async (path: string): Promise<number> =>
  (await compressed(await readFile(path), { level: 9 })).length;
