import { defineConfig } from 'vite';
import { builtBelow, CSP_NONCE } from '../vite-shared.mts';
import { offlineFiles } from './outbox/offline-files.mts';

/** The console of staff, served at `/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  html: { cspNonce: CSP_NONCE },
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [offlineFiles()],
  build: builtBelow('console'),
  server: { port: 5173, proxy: { '/v1': 'http://127.0.0.1:3000' } },
});
