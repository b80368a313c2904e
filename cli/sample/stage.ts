import type { ApiClient } from './api-client';

/** The case or parts order that a sample request led to. */
export interface RegisteredSample {
  readonly caseNumber: string;
  /** The customer or prospect that its sender was taken for. */
  readonly customerId: string | undefined;
}

export interface Stage {
  readonly api: ApiClient;
  readonly anchor: string;
  /** By the key of the sample request. */
  readonly registered: ReadonlyMap<string, RegisteredSample>;
}

/** A step was refused: what, and the service's words. */
export class StepRefusedError extends Error {
  override readonly name = 'StepRefusedError';
}
