import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { type Answer, checked, problemCode, problemText } from './api-client';
import { uuidOf } from './command-id';
import type { SampleOrderStep } from './request-shapes';
import { SAMPLE_INSTANT, sampleDay } from './sample-time';
import { type RegisteredSample, type Stage, StepRefusedError } from './stage';

/** Refusals that pass once the other systems answer: no purchase yet, nothing reserved yet. */
const NOT_YET: readonly string[] = [
  'PARTS_ORDER.NO_SUCH',
  'PARTS_ORDER.OLD_PARTS_OUTSTANDING',
  'PARTS_ORDER.TOO_MANY',
  'PARTS_ORDER.WRONG_STAGE',
];
const Orders = Type.Object({ items: Type.Array(Type.Object({ number: Type.String() })) });
const Expected = Type.Object({ expectedOn: Type.String({ pattern: SAMPLE_INSTANT }) });

interface OrderStep extends SampleOrderStep {
  readonly as: string;
  /** Key of the step: the seed of its command ids. */
  readonly key: string;
}

/**
 * Sends a step's commands to a parts order of its case once the order reaches that stage. Repeating them
 * changes nothing.
 * @throws {StepRefusedError} when they are refused for good, or still refused when the patience ends.
 */
export async function sendToPartsOrder(
  stage: Stage,
  { as, key, nth, commands: given }: OrderStep,
  own: RegisteredSample,
): Promise<void> {
  const { api, anchor } = stage;
  const commands = given.map(({ type, data }, position) => ({
    id: uuidOf(`${key}/order/${position}`),
    type,
    data: Value.Check(Expected, data) ? { ...data, expectedOn: sampleDay(data.expectedOn, anchor) } : data,
  }));
  const path = `/v1/parts-orders/${await orderNumber(stage, { as, nth }, own)}/commands`;
  const call = { method: 'POST', path, body: { commands } } as const;
  const answer = await api.awaitAs(as, call, (one) => !NOT_YET.includes(problemCode(one) ?? ''));
  if (answer.status === 200) return;
  const types = commands.map(({ type }) => type).join(' + ');
  throw new StepRefusedError(`${types} of parts order ${nth} by ${as}: ${problemText(answer)}`);
}

/** A case starts its orders by itself, a moment after they were made. */
async function orderNumber(
  { api }: Stage,
  { as, nth }: Pick<OrderStep, 'as' | 'nth'>,
  { caseNumber }: RegisteredSample,
): Promise<string> {
  const call = { method: 'GET', path: `/v1/parts-orders?caseNumber=${caseNumber}` } as const;
  // The list begins with the newest.
  const nthOf = (answer: Answer): string | undefined =>
    checked(Orders, answer, `GET ${call.path}`).items.at(-nth)?.number;
  const number = nthOf(await api.awaitAs(as, call, (answer) => nthOf(answer) !== undefined));
  if (number === undefined) throw new StepRefusedError(`${as} sees no parts order ${nth} of ${caseNumber}`);
  return number;
}
