import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, sendProblem } from '../../systems/shared/problem';
import type { SystemServer } from '../../systems/shared/server';

/** Invalid answers of a system that has done its work. */
export const NONSENSE = {
  'broken JSON': { status: 200, type: 'application/json', body: '{"id":' },
  'JSON of another shape': { status: 200, type: 'application/json', body: '{"ok":true}' },
  'a web page': { status: 200, type: 'text/html', body: '<html><body>Log in</body></html>' },
  nothing: { status: 200, type: 'application/json', body: '' },
  'a redirect': { status: 302, type: 'text/plain', body: 'elsewhere' },
} as const satisfies Readonly<Record<string, { status: number; type: string; body: string }>>;
export type Nonsense = keyof typeof NONSENSE;

/** Each happens to the first attempt; `refuses` and `is away` last until changed. */
export type Fault = 'fails' | 'does it and never answers' | 'refuses' | 'is away' | Nonsense;

const isNonsense = (fault: Fault): fault is Nonsense => Object.hasOwn(NONSENSE, fault);

/** Faults of a system, by the idempotency key of the affected request. */
export class Faults {
  private readonly faults = new Map<string, Fault>();
  private readonly attempts = new Map<string, number>();

  set(key: string, fault: Fault): void {
    this.faults.set(key, fault);
  }

  /** Systems are well again. */
  clear(): void {
    this.faults.clear();
  }

  attemptsOf(key: string): number {
    return this.attempts.get(key) ?? 0;
  }

  /** Before the server has heard of the request. Answers it where it is not to be heard. */
  async before(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const key = keyOf(request);
    if (key === undefined) return;
    this.attempts.set(key, this.attemptsOf(key) + 1);
    switch (this.faults.get(key)) {
      case 'fails':
        this.faults.delete(key);
        await sendProblem(reply, problemOf(500, 'SYSTEM.FAILED', 'It failed here.'));
        return;
      case 'refuses':
        await sendProblem(reply, problemOf(409, 'SYSTEM.WILL_NOT', 'Not here, and never.'));
        return;
      case 'is away':
        reply.hijack();
        request.raw.socket.destroy();
        return;
      default:
    }
  }

  /** Once the work is done, with the answer as it would go out. */
  async after(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const key = keyOf(request) ?? '';
    const fault = this.faults.get(key);
    if (fault === undefined) return payload;
    if (fault === 'does it and never answers') {
      this.faults.delete(key);
      const { socket } = request.raw;
      if (!socket.destroyed) await new Promise((gone) => socket.once('close', gone));
    }
    if (!isNonsense(fault)) return payload;
    this.faults.delete(key);
    const { status, type, body } = NONSENSE[fault];
    reply.code(status).type(type).header('location', '/elsewhere');
    return body;
  }

  watch(server: SystemServer): void {
    server.addHook('onRequest', (request, reply) => this.before(request, reply));
    server.addHook('onSend', (request, reply, payload) => this.after(request, reply, payload));
  }
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? key : undefined;
}
