import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { type ApiClient, checked, problemText } from './api-client';
import { uuidOf } from './command-id';
import { SampleAppointment, type SampleCommand, type SampleRequest, type SampleStep } from './request-shapes';
import { hoursBefore, SAMPLE_INSTANT, sampleInstant } from './sample-time';

/** What a sample request became when it was registered. */
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

const SENDER = 'sender';
const CaseView = Type.Object({
  revisit: Type.Union([Type.Null(), Type.Object({ required: Type.Boolean() })]),
});
const CustomerView = Type.Object({ status: Type.String(), version: Type.Integer() });
const JoinData = Type.Object({ into: Type.String() });
const IdentifyData = Type.Object({ customerId: Type.String() });
const DecideData = Type.Object({ consent: Type.Object({ by: Type.String(), how: Type.String() }) });
const OrderData = Type.Object({ neededBy: Type.String({ pattern: SAMPLE_INSTANT }) });
const DispatchData = Type.Object({ appointment: SampleAppointment });

/**
 * Plays a request's steps in order. Gives how many were accepted.
 * @throws {StepRefusedError} at the first that is refused: those after it build upon it.
 */
export async function playStory(
  stage: Stage,
  { key, story }: SampleRequest,
  own: RegisteredSample,
): Promise<number> {
  let accepted = 0;
  for (const [index, step] of story.entries()) {
    if (step.when === 'revisit-owed' && !(await isRevisitOwed(stage, step, own))) continue;
    await completeCustomer(stage, step, own);
    const commands = step.commands.map((command, position) => ({
      id: uuidOf(`${key}/${index}/${position}`),
      type: command.type,
      data: wireData(command, stage, own, step),
      occurredAt: hoursBefore(step.hoursAgo, stage.anchor),
    }));
    const path = `/v1/cases/${own.caseNumber}/commands`;
    const answer = await stage.api.callAs(step.as, { method: 'POST', path, body: { commands } });
    if (answer.status !== 200) {
      const types = commands.map(({ type }) => type).join(' + ');
      throw new StepRefusedError(`${types} by ${step.as}: ${problemText(answer)}`);
    }
    accepted += 1;
  }
  return accepted;
}

async function isRevisitOwed(
  { api }: Stage,
  { as }: SampleStep,
  { caseNumber }: RegisteredSample,
): Promise<boolean> {
  const path = `/v1/cases/${caseNumber}`;
  const answer = await api.callAs(as, { method: 'GET', path });
  return checked(CaseView, answer, `GET ${path}`).revisit?.required === true;
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

/** The data of a command as the API takes it: instants, case numbers and ids in place of the sample's own words for them. */
function wireData(
  { type, data }: SampleCommand,
  { anchor, registered }: Stage,
  own: RegisteredSample,
  { hoursAgo }: SampleStep,
): object {
  switch (type) {
    case 'dispatch': {
      const { appointment } = Value.Decode(DispatchData, data);
      const [from, to] = [appointment.from, appointment.to].map((text) => sampleInstant(text, anchor));
      return { ...data, appointment: { from, to } };
    }
    case 'orderParts': {
      const { neededBy } = Value.Decode(OrderData, data);
      return { ...data, neededBy: sampleInstant(neededBy, anchor) };
    }
    case 'decideQuote': {
      // The customer said so when the clerk wrote it down.
      const { consent } = Value.Decode(DecideData, data);
      return { ...data, consent: { ...consent, at: hoursBefore(hoursAgo, anchor) } };
    }
    case 'join': {
      const { into } = Value.Decode(JoinData, data);
      // A target that was refused leaves its key here, and the service says that it knows no such case.
      return { into: registered.get(into)?.caseNumber ?? into };
    }
    case 'identifyCustomer': {
      const { customerId } = Value.Decode(IdentifyData, data);
      return customerId === SENDER ? { ...data, customerId: own.customerId ?? SENDER } : data;
    }
    default:
      return data;
  }
}
