import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, StackError } from './errors';
import { sendSignal } from './process-identity';
import { beginLife, endLife, type ServiceLife } from './service-life';
import type { Backoff, ServiceSpec } from './service-spec';

export interface Service {
  readonly name: string;
  /** The process of now; undefined between an unexpected end and the restart. */
  readonly pid: number | undefined;
  /** How often it was started again. */
  readonly restarts: number;
  /** Ends the service for good and returns when its process is gone. */
  stop(): Promise<void>;
  /** SIGKILL, for a person who will not wait; without a {@link stop} it is a crash like any other. */
  kill(): void;
}

const defaultBackoff: Backoff = { firstMs: 100, mostMs: 5_000, steadyMs: 10_000 };

/**
 * Starts a service and returns once it is ready; from then on an unexpected end restarts it.
 * @throws StackError with its last lines when it does not become ready, or when `signal` asks to stop meanwhile.
 */
export async function spawnService(spec: ServiceSpec, signal?: AbortSignal): Promise<Service> {
  const service = new SupervisedService(spec);
  const giveUp = () => service.giveUp();
  if (signal?.aborted === true) giveUp();
  signal?.addEventListener('abort', giveUp);
  try {
    await service.begin();
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
  return service;
}

class SupervisedService implements Service {
  readonly #spec: ServiceSpec;
  readonly #stopping = new AbortController();
  #pid: number | undefined;
  /** The life that is ready; one that is still starting is ended by the one who starts it. */
  #serving: ServiceLife | undefined;
  #restarts = 0;
  #supervision: Promise<void> = Promise.resolve();

  constructor(spec: ServiceSpec) {
    this.#spec = spec;
  }

  get name(): string {
    return this.#spec.name;
  }

  get pid(): number | undefined {
    return this.#pid;
  }

  get restarts(): number {
    return this.#restarts;
  }

  async begin(): Promise<void> {
    const first = await this.#launch();
    this.#supervision = this.#keepAlive(first);
  }

  giveUp(): void {
    this.#stopping.abort();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#serving !== undefined) await endLife(this.#spec, this.#serving);
    await this.#supervision;
  }

  kill(): void {
    if (this.#pid !== undefined) sendSignal(this.#pid, 'SIGKILL');
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #launch(): Promise<ServiceLife> {
    await this.#spec.beforeStart?.();
    if (this.#isStopping()) throw new StackError(`${this.name}: stopped before it started`);
    const life = await beginLife(this.#spec, this.#stopping.signal, ({ pid }) => (this.#pid = pid));
    // A stop was requested at the very moment of readiness: only this function knows of the new process.
    if (this.#isStopping()) {
      await endLife(this.#spec, life);
      throw new StackError(`${this.name}: stopped when it had just started`);
    }
    this.#serving = life;
    return life;
  }

  async #keepAlive(first: ServiceLife): Promise<void> {
    const { firstMs, mostMs, steadyMs } = this.#spec.backoff ?? defaultBackoff;
    let waitMs = firstMs;
    let life: ServiceLife | undefined = first;
    while (life !== undefined) {
      const exit = await life.exited;
      this.#pid = undefined;
      this.#serving = undefined;
      if (this.#isStopping()) return;
      const endedAt = performance.now();
      this.#spec.onExit?.(exit);
      this.#spec.log(`${this.name} ended unexpectedly (${exit.reason})`);
      if (this.#spec.restart === false) return;
      if (Date.now() - life.startedAt >= steadyMs) waitMs = firstMs;
      do {
        life = await this.#restart(waitMs);
        waitMs = Math.min(waitMs * 2, mostMs);
      } while (life === undefined && !this.#isStopping());
      if (life !== undefined) this.#spec.onBack?.(performance.now() - endedAt);
    }
  }

  /** One try to bring it back; undefined when it failed or is no longer wanted. */
  async #restart(waitMs: number): Promise<ServiceLife | undefined> {
    this.#spec.log(`${this.name} starts again in ${waitMs} ms`);
    const stopped = await sleep(waitMs, false, { signal: this.#stopping.signal }).catch(() => true);
    if (stopped) return undefined;
    this.#restarts += 1;
    try {
      const life = await this.#launch();
      this.#spec.log(`${this.name} is back (process ${life.identity.pid})`);
      return life;
    } catch (error) {
      this.#pid = undefined;
      if (!this.#isStopping()) this.#spec.log(messageOf(error));
      return undefined;
    }
  }
}
