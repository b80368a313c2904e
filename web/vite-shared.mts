import { join } from 'node:path';
import type { BuildOptions } from 'vite';

/** Stands in the built pages for the nonce of the Content-Security-Policy; the API puts a new one into each answer. */
export const CSP_NONCE = '__CSP_NONCE__';

/** Where the pages of one application are built to, and how. */
export const builtBelow = (name: string): BuildOptions => ({
  outDir: join(import.meta.dirname, 'dist', name),
  emptyOutDir: true,
  // Says which file imports which: the sizes of first loads are held to it (`npm run check`).
  manifest: true,
  target: 'es2022',
  // No file is put into another as a data URL: the policy of the pages takes files of their own alone.
  assetsInlineLimit: 0,
  // Chunks that preload others do so by `<link>`, not by a script within the page.
  modulePreload: { polyfill: false },
  chunkSizeWarningLimit: 1_500,
  reportCompressedSize: false,
  rolldownOptions: {
    onwarn(warning, warn) {
      // antd marks its files for servers that render React; here nothing is rendered on a server.
      if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
    },
  },
});
