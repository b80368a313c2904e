// Builds the pages below web/dist where their sources have changed since: after `npm ci`, before `npm start` and the tests.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const web = dirname(fileURLToPath(import.meta.url));
const root = join(web, '..');
const dist = join(web, 'dist');
const stamp = join(dist, '.up-to-date');
const APPLICATIONS = ['console', 'customer'];
const COMPRESSIBLE = /\.(js|css|svg|wasm|webmanifest)$/;
/** In bytes: smaller files fit into one packet as they are. */
const COMPRESSED_FROM = 1_024;

const openapi = join(root, 'openapi.json');
const generated = join(web, 'generated');

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function sources() {
  const below = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(dist) && !file.startsWith(generated))
    .sort();
  return [...below, openapi, join(root, 'package-lock.json')];
}

/** Types of the API, from its document: no type that it has is written by hand. */
async function writeTypes() {
  const target = join(generated, 'api.d.ts');
  const made = `// From openapi.json ${hashOf([openapi])}\n`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(made)) return;
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  mkdirSync(generated, { recursive: true });
  writeFileSync(
    target,
    made + astToString(await openapiTS(JSON.parse(readFileSync(openapi, 'utf8')), { rootTypes: false })),
  );
}

async function build() {
  const { build: bundle } = await import('vite');
  for (const name of APPLICATIONS)
    await bundle({ configFile: join(web, name, 'vite.config.mts'), logLevel: 'warn' });
  compress();
}

/** Writes each file of text once more as `.br` and `.gz`, as small as they get: the API sends these as they are. */
function compress() {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    if (content.length < COMPRESSED_FROM) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

await writeTypes();
if (!process.argv.includes('--types')) {
  const now = hashOf(sources());
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
    await build();
    writeFileSync(stamp, now);
  }
}
