import { Type } from '@sinclair/typebox';
import { type Answer, checked, problemText } from './api-client';
import type { SampleStep } from './request-shapes';
import { sampleInstant } from './sample-time';
import { type RegisteredSample, type Stage, StepRefusedError } from './stage';

const CaseView = Type.Object({
  revisit: Type.Union([Type.Null(), Type.Object({ required: Type.Boolean() })]),
  timeline: Type.Object({ items: Type.Array(Type.Object({ type: Type.String() })) }),
});
const CustomerView = Type.Object({ status: Type.String(), version: Type.Integer() });

const caseOf = ({ caseNumber }: RegisteredSample) => ({
  method: 'GET' as const,
  path: `/v1/cases/${caseNumber}`,
});

/**
 * Waits for and prepares the preconditions of a step. Returns false for a step to skip: no revisit is due.
 * @throws {StepRefusedError}
 */
export async function isPrepared(stage: Stage, step: SampleStep, own: RegisteredSample): Promise<boolean> {
  if (step.when === 'revisit-owed' && !(await isRevisitOwed(stage, step, own))) return false;
  await completeCustomer(stage, step, own);
  await enterAbsence(stage, step, own);
  await awaitEvent(stage, step, own);
  return true;
}

async function isRevisitOwed({ api }: Stage, { as }: SampleStep, own: RegisteredSample): Promise<boolean> {
  const call = caseOf(own);
  const answer = await api.callAs(as, call);
  return checked(CaseView, answer, `GET ${call.path}`).revisit?.required === true;
}

/** Completes the sender's file where it is a prospect's still; the second time round it is not, and stays as it is. */
async function completeCustomer(
  { api }: Stage,
  step: SampleStep,
  { customerId }: RegisteredSample,
): Promise<void> {
  if (step.completeCustomer === undefined || customerId === undefined) return;
  const path = `/v1/customers/${customerId}`;
  const found = await api.callAs(step.as, { method: 'GET', path });
  if (found.status !== 200) throw new StepRefusedError(`customer file by ${step.as}: ${problemText(found)}`);
  const { status, version } = checked(CustomerView, found, `GET ${path}`);
  if (status !== 'prospect') return;
  const body = { ...step.completeCustomer, status: 'active' };
  const answer = await api.callAs(step.as, { method: 'PATCH', path, body, ifMatch: `"${version}"` });
  if (answer.status !== 200)
    throw new StepRefusedError(`customer file by ${step.as}: ${problemText(answer)}`);
}

/** Its key makes it happen once, however often the sample is played. */
async function enterAbsence(
  { api, anchor }: Stage,
  { as, absence }: SampleStep,
  { caseNumber }: RegisteredSample,
): Promise<void> {
  if (absence === undefined) return;
  const { engineerId, reason } = absence;
  const [from, to] = [absence.from, absence.to].map((text) => sampleInstant(text, anchor));
  const answer = await api.callAs(as, {
    method: 'POST',
    path: `/v1/staff/${engineerId}/absences`,
    idempotencyKey: `sample-absence-${engineerId}-${caseNumber}`,
    body: { from, to, reason },
  });
  if (answer.status !== 201)
    throw new StepRefusedError(`absence of ${engineerId} by ${as}: ${problemText(answer)}`);
}

async function awaitEvent({ api }: Stage, { as, once }: SampleStep, own: RegisteredSample): Promise<void> {
  if (once === undefined) return;
  const call = caseOf(own);
  const hasHappened = (answer: Answer): boolean =>
    checked(CaseView, answer, `GET ${call.path}`).timeline.items.some(({ type }) => type === once);
  if (!hasHappened(await api.awaitAs(as, call, hasHappened)))
    throw new StepRefusedError(`${own.caseNumber} has not reached: ${once}`);
}
