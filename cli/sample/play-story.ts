import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { problemText } from './api-client';
import { isPrepared } from './before-step';
import { uuidOf } from './command-id';
import { sendToPartsOrder } from './parts-order-step';
import { SampleAppointment, type SampleCommand, type SampleRequest, type SampleStep } from './request-shapes';
import { hoursBefore, SAMPLE_INSTANT, sampleInstant } from './sample-time';
import { type RegisteredSample, type Stage, StepRefusedError } from './stage';

const SENDER = 'sender';
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
    if (!(await isPrepared(stage, step, own))) continue;
    if (step.partsOrder) {
      await sendToPartsOrder(stage, { ...step.partsOrder, as: step.as, key: `${key}/${index}` }, own);
      accepted += 1;
    }
    if (step.commands.length === 0) continue;
    const commands = step.commands.map((command, position) => ({
      id: uuidOf(`${key}/${index}/${position}`),
      type: command.type,
      data: wireData(command, stage, own, step),
      ...(step.hoursAgo > 0 && { occurredAt: hoursBefore(step.hoursAgo, stage.anchor) }),
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

/** The data of a command as the API takes it: instants, case numbers and ids in place of the sample's own words for them. */
function wireData(
  { type, data }: SampleCommand,
  { anchor, registered }: Stage,
  own: RegisteredSample,
  { hoursAgo }: SampleStep,
): object {
  switch (type) {
    case 'dispatch':
    case 'offer':
    case 'acceptOffer': {
      const { appointment } = Value.Decode(DispatchData, data);
      const [from, to] = [appointment.from, appointment.to].map((text) => sampleInstant(text, anchor));
      // The sample is played at any hour of any day.
      return { ...data, appointment: { from, to }, outsideHours: true };
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
