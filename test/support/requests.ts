import type { Static } from '@sinclair/typebox';
import type { CommandResult } from '../../api/case-commands/result-schema';
import type { WireCommand, WireCommandType, WireData } from '../../api/case-commands/schema';
import type { NewRequest, RegisteredRequest } from '../../api/requests/schema';
import type { Answer, Reader } from './reading';
import { eventually, newKey } from './system';

export type Registered = Static<typeof RegisteredRequest>;
export type Done = Static<typeof CommandResult>;

/** Known by this number: cus-0001 of the sample company, and its unit. */
export const LANTING = {
  id: 'cus-0001',
  phone: '+8615124474580',
  email: 'shebei@lanting.example',
  unitSerial: 'SC75F-2103-0351',
};

/** A request by telephone from a customer in the files. */
export const aRequest = (changes: Partial<NewRequest> = {}): NewRequest => ({
  channel: 'phone',
  sender: { kind: 'customer', name: '邵文娟', phone: LANTING.phone },
  subject: '空压机报警停机',
  text: '今天早上开机后十分钟报高温停机，重启两次都一样。',
  language: 'zh',
  ...changes,
});

/** Registers it, under a key of its own where none is given. */
export const send = <T = Registered>(by: Reader, request: object, key = newKey()): Promise<Answer<T>> =>
  by.send<T>('POST', '/v1/requests', { 'idempotency-key': key }, request);

/** Registers it and waits until its case runs: a busy worker may take longer than intake waits. */
export async function sendAndStart(by: Reader, request: object): Promise<Answer<Registered>> {
  const key = newKey();
  return eventually(
    () => send(by, request, key),
    ({ status }) => status !== 202,
  );
}

/** @throws {Error} where it was not accepted. */
export async function registered(by: Reader, changes: Partial<NewRequest> = {}): Promise<Registered> {
  const { status, body } = await sendAndStart(by, aRequest(changes));
  if (status !== 201) throw new Error(`Intake answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

export type Given = {
  [T in WireCommandType]: { readonly type: T; readonly data: WireData<T>; readonly occurredAt?: string };
}[WireCommandType];

/** With an id of its own where none is given. */
export const command = (given: Given, id = newKey()): WireCommand => ({ ...given, id });

export const give = <T = Done>(
  by: Reader,
  caseNumber: string,
  commands: readonly object[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> => by.send<T>('POST', `/v1/cases/${caseNumber}/commands`, headers, { commands });

/** Gives one command. @throws {Error} where it was refused. */
export async function done(by: Reader, caseNumber: string, ...given: readonly Given[]): Promise<Done> {
  const { status, body } = await give(
    by,
    caseNumber,
    given.map((one) => command(one)),
  );
  if (status !== 200)
    throw new Error(
      `${given.map(({ type }) => type).join()} was answered ${status}: ${JSON.stringify(body)}`,
    );
  return body;
}

const HOUR_MS = 3_600_000;
/** An appointment that begins now and ends in four hours. */
const appointmentNow = (): { from: string; to: string } => ({
  from: new Date().toISOString(),
  to: new Date(Date.now() + 4 * HOUR_MS).toISOString(),
});

export const CLASSIFY = {
  type: 'classify',
  data: { requestType: 'repair', priority: 'normal', symptom: '高温停机' },
} as const;
export const ANSWER = { type: 'answer', data: { text: '已收到，马上安排工程师联系您。' } } as const;
const dispatchesOf = new Map<string, number>();
/** The engineer's next free four hours: no engineer is in two places at once (design decision 9). The first begin now. */
const nextAppointmentOf = (engineerId: string): { from: string; to: string } => {
  const n = dispatchesOf.get(engineerId) ?? 0;
  dispatchesOf.set(engineerId, n + 1);
  const { from, to } = appointmentNow();
  const later = (instant: string) => new Date(Date.parse(instant) + n * 5 * HOUR_MS).toISOString();
  return { from: later(from), to: later(to) };
};
export const dispatchTo = (engineerId: string, parts: { partNumber: string; quantity: number }[] = []) =>
  ({
    type: 'dispatch',
    // Tests run at any hour of any day.
    data: { engineerId, appointment: nextAppointmentOf(engineerId), outsideHours: true, parts },
  }) as const;
export const REPAIR = {
  type: 'repair',
  data: {
    fault: '温控阀卡死',
    cause: '油品老化',
    work: '更换温控阀',
    verification: '满载运行一小时，温度正常',
  },
} as const;
export const REPORT = {
  type: 'report',
  data: {
    labourMinutes: 90,
    travelMinutes: 40,
    labourCostCents: 30_000,
    travelCostCents: 8_000,
    partsCostCents: 23_600,
    currency: 'CNY',
    signedBy: '邵文娟',
  },
} as const;
