import { Type } from '@sinclair/typebox';
import { ApiClient, checked, type Patience, problemText } from './api-client';
import { playStory } from './play-story';
import type { SampleRequest } from './request-shapes';
import { hoursBefore } from './sample-time';
import { type RegisteredSample, type Stage, StepRefusedError } from './stage';

export interface PlayOptions {
  /** Where the API answers, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  /** Everybody's password. */
  readonly password: string;
  readonly requests: readonly SampleRequest[];
  /**
   * The instant that the requests' times are relative to, ISO-8601; the same for every run on one database.
   */
  readonly anchor: string;
  readonly progress?: (done: number, total: number) => void;
  readonly patience?: Patience;
}

export interface Played {
  readonly requests: number;
  /** Batches of commands that were accepted. */
  readonly steps: number;
}

/** Something in the sample was refused; the message names each request, its command and the service's words. */
export class SampleRefusedError extends Error {
  override readonly name = 'SampleRefusedError';
  constructor(readonly refusals: readonly string[]) {
    super(
      `The service refused something in ${refusals.length} of the sample's requests:\n  ${refusals.join('\n  ')}`,
    );
  }
}

const AT_ONCE = 4;
const Registered = Type.Object({
  caseNumber: Type.String(),
  customer: Type.Union([Type.Null(), Type.Object({ id: Type.String() })]),
});

/**
 * Takes in the sample requests and plays their stories through the public API, by the people who would do it. Registration goes in
 * the order of receipt, so that numbers rise with time; then four stories at a time. Playing twice changes nothing.
 * @throws {SampleRefusedError} at the end, when everything else has been played. Error where the service cannot be reached.
 */
export async function playRequests({ requests, progress, ...options }: PlayOptions): Promise<Played> {
  const api = new ApiClient(options.baseUrl, options.password, options.patience);
  const byReceipt = requests.toSorted((left, right) => right.receivedHoursAgo - left.receivedHoursAgo);
  const registered = new Map<string, RegisteredSample>();
  const stage: Stage = { api, anchor: options.anchor, registered };
  const refusals: string[] = [];
  for (const sample of byReceipt) {
    const result = await register(stage, sample);
    if (typeof result === 'string')
      refusals.push(`${sample.key}: registration by ${sample.registeredBy}: ${result}`);
    else registered.set(sample.key, result);
  }
  const waiting = byReceipt.filter(({ key }) => registered.has(key));
  let [steps, done] = [0, 0];
  const player = async (): Promise<void> => {
    for (let sample = waiting.shift(); sample !== undefined; sample = waiting.shift()) {
      const own = registered.get(sample.key);
      const result = own === undefined ? 0 : await outcomeOf(playStory(stage, sample, own));
      if (typeof result === 'string') refusals.push(`${sample.key}: ${result}`);
      else steps += result;
      done += 1;
      progress?.(done, registered.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  if (refusals.length > 0) throw new SampleRefusedError(refusals);
  return { requests: registered.size, steps };
}

/** The steps that were accepted, or the words of the refusal; any other error is passed on. */
async function outcomeOf(story: Promise<number>): Promise<number | string> {
  try {
    return await story;
  } catch (error) {
    if (error instanceof StepRefusedError) return error.message;
    throw error;
  }
}

/** Returns the registered request, or the text of the refusal. */
async function register(
  { api, anchor }: Stage,
  { key, registeredBy, receivedHoursAgo, takenAfterMinutes, request }: SampleRequest,
): Promise<RegisteredSample | string> {
  const answer = await api.callAs(registeredBy, {
    method: 'POST',
    path: '/v1/requests',
    idempotencyKey: `sample-${key}`,
    body: {
      ...request,
      receivedAt: hoursBefore(receivedHoursAgo, anchor),
      ...(takenAfterMinutes !== undefined && {
        takenAt: hoursBefore(receivedHoursAgo - takenAfterMinutes / 60, anchor),
      }),
    },
  });
  // 202: accepted while the process engine is away; its commands wait until it has started.
  if (![200, 201, 202].includes(answer.status)) return problemText(answer);
  const { caseNumber, customer } = checked(Registered, answer, 'POST /v1/requests');
  return { caseNumber, customerId: customer?.id };
}
