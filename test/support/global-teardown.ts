import { rmSync } from 'node:fs';
import { kept } from './servers';

export default async function tearDown(): Promise<void> {
  const up = kept();
  if (!up) return;
  for (const server of up.servers) await server.stop();
  rmSync(up.dataDir, { recursive: true, force: true });
}
