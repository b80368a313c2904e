import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Screens that an engineer needs without a connection. */
const SCREENS = /\/console\/(inside|day\/|outbox\/|login\/)/;
const NAMED = ['/icon.svg', '/icon-192.png', '/manifest.webmanifest'];

/** Writes `sw.js` with the list of the files that it keeps: those of the engineer's pages, and all that these import. */
export const offlineFiles = (): Plugin => ({
  name: 'offline-files',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    const files = new Set<string>();
    const take = (chunk: Rolldown.OutputChunk): void => {
      if (files.has(chunk.fileName)) return;
      files.add(chunk.fileName);
      for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
      for (const other of chunks) if (chunk.imports.includes(other.fileName)) take(other);
    };
    for (const chunk of chunks)
      if (chunk.isEntry || chunk.moduleIds.some((id) => SCREENS.test(id))) take(chunk);
    const names = [...[...files].sort().map((name) => `/${name}`), ...NAMED];
    const source = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8');
    const version = createHash('sha256').update(source).update(names.join()).digest('hex').slice(0, 16);
    this.emitFile({
      type: 'asset',
      fileName: 'sw.js',
      source: source.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(names)),
    });
  },
});
