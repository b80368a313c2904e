import type { Caller } from './caller';
import type { Child, Exit } from './child';
import type { System } from './system';

/** The whole system, and the people who use it. */
export interface Scene {
  readonly system: System;
  readonly clerk: Caller;
  readonly engineer: Caller;
}

/** Steps that some tests take around the death of a service, beside other tests whose things die in it too. */
export interface Part<Death> {
  /** Brings things to where they will die, and tells where each does. */
  prepare(): Promise<readonly Death[]>;
  /** Asks for what the service dies of. */
  ask(): Promise<unknown>;
  /** Looks at what is left while no service runs. */
  look(exit: Exit): Promise<unknown>;
  /** Asks a healthy service for the same. */
  askAgain(): Promise<unknown>;
}

/** One service dies of everything that the parts ask of it, each thing at its own moment; then a healthy one takes its place. */
export async function dies<Death>(
  system: System,
  service: 'api' | 'worker',
  parts: readonly Part<Death>[],
  startDying: (deaths: readonly Death[]) => Promise<Child>,
): Promise<void> {
  const deaths = await Promise.all(parts.map((part) => part.prepare()));
  await system.stop(service);
  const dying = await startDying(deaths.flat());
  const asked = Promise.all(parts.map((part) => part.ask()));
  const exit = await dying.exited;
  await Promise.all(parts.map((part) => part.look(exit)));
  await asked;
  await system.startServices(service);
  await Promise.all(parts.map((part) => part.askAgain()));
}
