import { defineConfig } from 'vite';
import { builtBelow, CSP_NONCE } from '../vite-shared.mts';

/** The pages of customers, served at `/c/`: small enough for a phone on a bad line. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/c/',
  html: { cspNonce: CSP_NONCE },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: builtBelow('customer'),
  server: { port: 5174, proxy: { '/v1': 'http://127.0.0.1:3000' } },
});
