import { Value } from '@sinclair/typebox/value';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inheritedEnvironment } from '../../platform/config';
import { Report, type Cast, type Load, type Order, type Played, type SystemName } from './messages';

/** The process that plays the client of one system. */
export class ClientProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async open(
    system: SystemName,
    cast: Cast,
    settings: Readonly<Record<string, string>>,
  ): Promise<ClientProcess> {
    const child = fork(join(__dirname, 'client.ts'), {
      execArgv: ['--require', 'tsx/cjs'],
      env: { ...inheritedEnvironment(), ...settings },
    });
    const client = new ClientProcess(child);
    await client.ask({ kind: 'open', system, cast });
    return client;
  }

  async play(load: Load): Promise<Played> {
    const report = await this.ask({ kind: 'play', load });
    if (report.kind !== 'played') throw new Error(`A client that was to play says ${report.kind}`);
    return report.played;
  }

  /** Entries in the history of each case of the last play. */
  async historyLengths(): Promise<readonly number[]> {
    const report = await this.ask({ kind: 'histories' });
    if (report.kind !== 'histories') throw new Error(`A client that was to count says ${report.kind}`);
    return report.lengths;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.send({ kind: 'close' } satisfies Order);
    await gone;
  }

  private ask(order: Order): Promise<Report> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        child.off('message', onMessage).off('exit', onExit);
      };
      const onMessage = (message: unknown): void => {
        leave();
        const report = Value.Parse(Report, message);
        if (report.kind === 'failed') reject(new Error(report.reason));
        else resolve(report);
      };
      const onExit = (code: number | null): void => {
        leave();
        reject(new Error(`A client process ended with ${String(code)}`));
      };
      child.on('message', onMessage).on('exit', onExit);
      child.send(order, (error) => {
        if (error) reject(error);
      });
    });
  }
}
