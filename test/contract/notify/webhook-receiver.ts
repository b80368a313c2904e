import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { portOf } from './mail-server';

export const SECRET = `whsec_${Buffer.from('a key of the tests alone, 32 byte').toString('base64')}`;

export interface HookCall {
  readonly id: string;
  readonly body: unknown;
}
/** `hold` leaves the caller without an answer. */
export type HookAnswer =
  'drop' | 'hold' | { readonly status: number; readonly headers?: Record<string, string> };

export interface WebhookReceiver {
  readonly url: string;
  /** Calls with a good signature, refused or not. */
  readonly calls: readonly HookCall[];
  readonly forged: readonly unknown[];
  answer(...answers: readonly HookAnswer[]): void;
  /** Takes whatever comes from now on. */
  answerAll(): void;
  close(): Promise<void>;
}

/** An HTTP receiver on loopback that verifies Standard Webhooks signatures with the reference library. */
export async function webhookReceiver(secret = SECRET): Promise<WebhookReceiver> {
  const calls: HookCall[] = [];
  const forged: unknown[] = [];
  const answers: HookAnswer[] = [];
  const verifier = new Webhook(secret);
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((payload) => {
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      try {
        const body: unknown = verifier.verify(payload, headers);
        calls.push({ id: headers['webhook-id'] ?? '', body });
      } catch (error) {
        forged.push(error);
      }
      const next = answers.shift() ?? { status: 204 };
      if (next === 'hold') return;
      if (next === 'drop') return void incoming.socket.destroy();
      outgoing.writeHead(next.status, next.headers).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/hook`,
    calls,
    forged,
    answer: (...more) => void answers.push(...more),
    answerAll: () => void answers.splice(0),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
