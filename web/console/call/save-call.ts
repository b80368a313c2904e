import { newId } from '../../shared/ids';
import { api, bodyOf, Refused, type Schemas } from '../api';
import type { CallDraft } from './draft';

/** A call with what the caller's file gives where nothing was typed. */
export interface Call {
  readonly request: Schemas['NewRequest'];
  readonly customerId: string | undefined;
  /** How an unknown caller is taken in as a customer. */
  readonly newCustomer:
    { readonly name: string; readonly regionId: string; readonly address?: string } | undefined;
  readonly joinInto: string | undefined;
  readonly answer: string;
  readonly classification:
    { readonly requestType: Schemas['RequestType']; readonly priority: Schemas['Priority'] } | undefined;
}

type Change = (change: CallDraft) => void;

/** How often, and how far apart, a case is asked for that begins in the background. */
const BEGINS = { tries: 12, apartMs: 1000 };

const isFinal = (error: unknown): boolean =>
  error instanceof Refused && error.problem.status < 500 && error.problem.status !== 429;

/**
 * Registers the call, takes an unknown caller in, and answers and classifies in one batch. Each step is kept in the draft before it is
 * sent: after a lost connection the same is sent under the same ids, and what is done stays done.
 */
export async function saveCall(call: Call, draft: CallDraft, change: Change): Promise<string> {
  const registered = draft.registered ?? (await register(call, draft, change));
  const customerId = draft.batch ? undefined : await identified(call, registered);
  const batch = draft.batch ?? commandsOf(call, customerId);
  if (batch.length > 0) {
    change({ batch });
    await command(registered.caseNumber, batch).catch((error: unknown) => {
      // Refused: nothing of it was done, and what is sent next may differ.
      if (isFinal(error)) change({ batch: undefined });
      throw error;
    });
  }
  change({ batch: undefined, isDone: true });
  return registered.caseNumber;
}

async function register(call: Call, draft: CallDraft, change: Change) {
  const sent = draft.sent ?? { key: newId(), body: call.request };
  change({ sent });
  try {
    const { number, caseNumber, customer } = await bodyOf(
      api.POST('/v1/requests', { params: { header: { 'idempotency-key': sent.key } }, body: sent.body }),
    );
    const registered = { number, caseNumber, customer };
    change({ registered, sent: undefined });
    return registered;
  } catch (error) {
    if (isFinal(error)) change({ sent: undefined });
    throw error;
  }
}

type Registered = NonNullable<CallDraft['registered']>;

/** Makes the prospect of an unknown number who they are. The customer that the case still has to be given, if any. */
async function identified(call: Call, { customer, caseNumber }: Registered): Promise<string | undefined> {
  const { customerId, request } = call;
  if (customerId === undefined) return takenIn(call, customer);
  if (customer === null || customer.id === customerId) return undefined;
  if (customer.status === 'prospect' && request.sender.kind === 'customer') {
    await merged(customer.id, customerId, request.subject);
    const known = await bodyOf(
      api.GET('/v1/cases/{number}', { params: { path: { number: caseNumber } } }),
    ).catch(() => undefined);
    // The merge reaches a running case by itself; one that has not heard of it is given the customer.
    if (known?.customer?.id === customerId) return undefined;
  }
  return customerId;
}

/** Merges the prospect into the customer, unless an earlier try has. */
async function merged(prospectId: string, into: string, reason: string): Promise<void> {
  const params = { path: { id: prospectId } };
  try {
    await api.POST('/v1/customers/{id}/merge', { params, body: { into, reason } });
  } catch (error) {
    const file = await bodyOf(api.GET('/v1/customers/{id}', { params }));
    if (file.id !== into) throw error;
  }
}

/** Completes the file of an unknown caller, and gives the id under which the case knows them from then on. */
async function takenIn(
  { newCustomer, classification }: Call,
  customer: Schemas['CustomerBrief'] | null,
): Promise<string | undefined> {
  if (!newCustomer || !classification || customer?.status !== 'prospect') return undefined;
  const params = { path: { id: customer.id } };
  const file = await bodyOf(api.GET('/v1/customers/{id}', { params }));
  if (file.status === 'prospect')
    await api.PATCH('/v1/customers/{id}', {
      params: { ...params, header: { 'if-match': `"${file.version}"` } },
      body: { ...newCustomer, status: 'active' },
    });
  return customer.id;
}

function commandsOf(
  { request, joinInto, answer, classification }: Call,
  customerId: string | undefined,
): Schemas['CaseCommand'][] {
  const identify: Schemas['CaseCommand'][] = customerId
    ? [{ id: newId(), type: 'identifyCustomer', data: { customerId } }]
    : [];
  if (joinInto !== undefined) return [...identify, { id: newId(), type: 'join', data: { into: joinInto } }];
  return [
    ...identify,
    ...(answer === '' ? [] : [{ id: newId(), type: 'answer' as const, data: { text: answer } }]),
    ...(classification
      ? [{ id: newId(), type: 'classify' as const, data: { ...classification, symptom: request.text } }]
      : []),
  ];
}

async function command(number: string, commands: readonly Schemas['CaseCommand'][]): Promise<void> {
  for (let left = BEGINS.tries; ; left -= 1) {
    try {
      await api.POST('/v1/cases/{number}/commands', {
        params: { path: { number } },
        body: { commands: [...commands] },
      });
      return;
    } catch (error) {
      const begins = error instanceof Refused && error.problem.code === 'CASE.NOT_STARTED';
      if (!begins || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, BEGINS.apartMs));
    }
  }
}
