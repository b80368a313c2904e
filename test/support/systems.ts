import { createLogger } from '../../platform/logger';
import type { Database } from '../../platform/database';
import { buildFinanceServer } from '../../systems/finance/server';
import { buildPartsServer } from '../../systems/parts/server';
import type { SystemServer } from '../../systems/shared/server';
import { Faults } from './faults';
import { SYSTEMS_TOKEN } from './settings';

/** Lets requests through, until it is shut: then they wait, as at a system that is too busy to answer. */
export class Gate {
  private opened = Promise.resolve();
  private release: (() => void) | undefined;
  private waiting = 0;

  /** How many requests wait now. */
  get queue(): number {
    return this.waiting;
  }

  shut(): void {
    if (this.release) return;
    this.opened = new Promise((resolve) => (this.release = resolve));
  }

  open(): void {
    this.release?.();
    this.release = undefined;
    this.opened = Promise.resolve();
  }

  async pass(): Promise<void> {
    this.waiting += 1;
    await this.opened;
    this.waiting -= 1;
  }
}

export interface Systems {
  readonly partsUrl: string;
  readonly financeUrl: string;
  /** Before the parts system takes in a request that changes something. */
  readonly partsGate: Gate;
  readonly financeGate: Gate;
  /** Faults of both systems. */
  readonly faults: Faults;
  close(): Promise<void>;
}

/** The embedded parts and finance systems, over HTTP on ports of their own. */
export async function startSystems(prisma: Database): Promise<Systems> {
  const options = { prisma, token: SYSTEMS_TOKEN, logger: createLogger('systems', 'silent') };
  const [parts, finance] = [await buildPartsServer(options), await buildFinanceServer(options)];
  const faults = new Faults();
  for (const server of [parts, finance]) faults.watch(server);
  const [partsGate, financeGate] = [gated(parts), gated(finance)];
  return {
    partsUrl: await parts.listen({ host: '127.0.0.1', port: 0 }),
    financeUrl: await finance.listen({ host: '127.0.0.1', port: 0 }),
    partsGate,
    financeGate,
    faults,
    close: async () => {
      partsGate.open();
      financeGate.open();
      await parts.close();
      await finance.close();
    },
  };
}

function gated(server: SystemServer): Gate {
  const gate = new Gate();
  server.addHook('onRequest', async (request) => {
    if (request.method === 'POST') await gate.pass();
  });
  return gate;
}
