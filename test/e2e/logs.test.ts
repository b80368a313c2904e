import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { hashPassword } from '../../platform/passwords';
import {
  ARRIVE,
  batch,
  CLASSIFY,
  CLERK,
  command,
  dispatchTo,
  ENGINEER,
  eventually,
  give,
  intake,
  newKey,
  PARTS,
  REPAIR,
  REPORT,
  type Done,
  type Registered,
} from './support/cases';
import { Caller, parsed as json } from './support/caller';
import { SERVICES, System } from './support/system';

/** Words that stand nowhere else: found in a log, they have leaked there. */
const CANARY = {
  name: 'Quillfeather-Name',
  phone: '+8613987654321',
  phoneAsDialled: '139 8765 4321',
  email: 'quillfeather-mail@canary.example',
  address: 'Quillfeather-Street 77',
  subject: 'Quillfeather-Subject',
  text: 'Quillfeather-Text',
  answer: 'Quillfeather-Answer',
  note: 'Quillfeather-Note',
  signedBy: 'Quillfeather-Signature',
  comment: 'Quillfeather-Comment',
  wrongPassword: 'Quillfeather-Wrong',
  rightPassword: 'Quillfeather-Right',
  token: 'Quillfeather.Token.Forged',
  search: 'Quillfeather-Search',
} as const;
/** However they are written: the telephone number's digits, the rest by its word. */
const LEAK = /quillfeather|13987654321|139 8765 4321|139%208765/i;

const traceId = randomBytes(16).toString('hex');
const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
const commandIds = { answer: newKey(), report: newKey() };

let system: System;
let caseNumber: string;
const tokens: string[] = [];
const lines = (): string[] => SERVICES.flatMap((name) => system.logs[name]);
const parsed = (name: (typeof SERVICES)[number]): Line[] => system.logs[name].map((line) => json<Line>(line));

interface Line {
  readonly level?: unknown;
  readonly time?: unknown;
  readonly msg?: unknown;
  readonly processId?: unknown;
  readonly traceId?: unknown;
  readonly commandIds?: unknown;
  readonly sdkComponent?: unknown;
}

afterAll(() => system.close());

beforeAll(async () => {
  system = await System.start();
  const nobody = await system.as();
  const passwordHash = await hashPassword(CANARY.rightPassword);
  await system.database.staff.update({ where: { login: CLERK }, data: { passwordHash } });
  const logIn = (password: string) =>
    nobody.once<{ token: string }>({ method: 'POST', path: '/v1/login', body: { login: CLERK, password } });
  await logIn(CANARY.wrongPassword);
  const token = (await logIn(CANARY.rightPassword))?.body.token ?? '';
  tokens.push(token);
  const url = `http://127.0.0.1:${system.settings.AFTERCARE_PORT ?? ''}`;
  const [clerk, forger] = [new Caller(url, token), new Caller(url, CANARY.token)];
  try {
    await misuse(clerk, forger);
    caseNumber = await playToClosed(clerk);
    await whileServersAreAway(clerk);
  } finally {
    await Promise.all([clerk.close(), forger.close()]);
  }
}, 400_000);

const request = {
  channel: 'email',
  sender: {
    kind: 'customer',
    name: CANARY.name,
    phone: CANARY.phoneAsDialled,
    email: CANARY.email,
    address: CANARY.address,
  },
  subject: CANARY.subject,
  text: CANARY.text,
} as const;

/** Refused, mistyped and search requests hold personal data too. */
async function misuse(clerk: Caller, forger: Caller): Promise<void> {
  await forger.once({ method: 'GET', path: '/v1/cases' });
  const search = encodeURIComponent(CANARY.search);
  for (const path of [
    `/v1/customers?phone=${encodeURIComponent(CANARY.phone)}`,
    `/v1/customers?q=${search}`,
    `/v1/cases?q=${search}`,
    `/v1/cases?${CANARY.search}=1`,
    `/v1/${CANARY.search}`,
  ])
    await clerk.once({ method: 'GET', path });
  const bad = { ...request, sender: { ...request.sender, phone: `${CANARY.name} 12` } };
  await clerk.once(intake(newKey(), bad));
  await clerk.once(intake(newKey(), { ...request, text: `${CANARY.text}\u0000` }));
  await clerk.once({ ...intake(newKey()), body: { [CANARY.text]: CANARY.text, channel: CANARY.note } });
}

async function playToClosed(clerk: Caller): Promise<string> {
  const engineer = await system.as(ENGINEER.login);
  const registered = await clerk.untilAnswered<Registered>({
    ...intake(newKey(), request),
    headers: { 'idempotency-key': newKey(), traceparent },
  });
  const number = registered.body.caseNumber;
  const send = async (by: Caller, ...commands: readonly object[]) => {
    const reply = await by.untilAnswered<Done>({ ...batch(number, ...commands), headers: { traceparent } });
    if (reply.status !== 200) throw new Error(JSON.stringify(reply));
  };
  const customer = { customerId: registered.body.customer?.id ?? '' };
  await send(clerk, command({ type: 'answer', data: { text: CANARY.answer } }, commandIds.answer));
  await give(clerk, number, { type: 'addNote', data: { text: CANARY.note } });
  // A prospect is somebody's customer before work is done for them.
  await clerk.once({
    method: 'PATCH',
    path: `/v1/customers/${customer.customerId}`,
    body: {
      status: 'active',
      name: CANARY.name,
      address: CANARY.address,
      province: '上海',
      regionId: 'east',
    },
    headers: { 'if-match': '"1"' },
  });
  await send(clerk, command({ type: 'identifyCustomer', data: { customerId: 'cus-0001' } }));
  await give(clerk, number, CLASSIFY, dispatchTo(ENGINEER.id, PARTS));
  await give(engineer, number, ARRIVE, REPAIR);
  const report = {
    type: 'report',
    data: { ...REPORT.data, signedBy: CANARY.signedBy, remarks: CANARY.note },
  } as const;
  await send(engineer, command(report, commandIds.report));
  const survey = { productScore: 2, serviceScore: 2, comment: CANARY.comment };
  await give(clerk, number, { type: 'recordSurvey', data: survey });
  const outcome = { redress: 'apology', satisfied: true } as const;
  const followedUp = { key: 'dissatisfied', note: CANARY.note, outcome };
  await give(clerk, number, { type: 'completeFollowUp', data: followedUp });
  await give(clerk, number, { type: 'recordRevisit', data: { outcome: 'satisfied', note: CANARY.note } });
  await give(clerk, number, { type: 'close', data: {} });
  return number;
}

/** Errors tell of what they failed at. */
async function whileServersAreAway(clerk: Caller): Promise<void> {
  await system.kill('postgres');
  const key = newKey();
  await clerk.once(intake(key, request));
  await clerk.once(batch(caseNumber, command({ type: 'addNote', data: { text: CANARY.note } })));
  await clerk.once({ method: 'GET', path: `/v1/customers?phone=${encodeURIComponent(CANARY.phone)}` });
  await system.startPostgres();
  await clerk.untilAnswered(intake(key, request));
  await system.kill('temporal');
  await clerk.once(intake(newKey(), request));
  await eventually(
    () => Promise.resolve(parsed('worker').some(({ sdkComponent }) => sdkComponent === 'core')),
    Boolean,
  );
  await system.startTemporal();
  await eventually(
    () => system.database.processStart.count({ where: { startedAt: null } }),
    (count) => count === 0,
  );
}

describe('the logs of a case that was played to its end, with servers away in between', () => {
  it('hold no personal data, password or token', () => {
    expect(lines().filter((line) => LEAK.test(line))).toEqual([]);
    for (const token of tokens) {
      expect(token).not.toBe('');
      expect(lines().filter((line) => line.includes(token))).toEqual([]);
    }
    const secrets = [
      system.settings.AFTERCARE_SYSTEMS_TOKEN,
      system.settings.AFTERCARE_LOGIN_SECRET,
      system.settings.AFTERCARE_CODEC_KEYS,
      new URL(system.settings.DATABASE_URL ?? '').password,
    ];
    for (const secret of secrets)
      expect(lines().filter((line) => secret === undefined || line.includes(secret))).toEqual([]);
  });

  it('are JSON lines with time, level and words, those of the SDK’s native core too', () => {
    expect(lines().filter((line) => !line.startsWith('{'))).toEqual([]);
    for (const name of SERVICES)
      for (const line of parsed(name))
        expect(line).toMatchObject({
          time: expect.any(String),
          level: expect.any(String),
          msg: expect.any(String),
        });
    expect(parsed('worker').some(({ sdkComponent }) => sdkComponent === 'core')).toBe(true);
  });

  it('name case, commands and trace in each line about a command, the same in API and worker', () => {
    for (const id of Object.values(commandIds)) {
      const about = { processId: caseNumber, commandIds: [id], traceId };
      expect(parsed('api')).toContainEqual(
        expect.objectContaining({ ...about, msg: 'commands', outcome: 'done' }),
      );
      expect(parsed('worker')).toContainEqual(expect.objectContaining({ ...about, msg: 'commit' }));
    }
    const commandLines = [...parsed('api'), ...parsed('worker')].filter(
      (line) => line.commandIds !== undefined,
    );
    for (const line of commandLines) expect(line).toHaveProperty('processId');
  });

  it('lead from the request to its case by the caller’s own trace id', () => {
    const about = expect.objectContaining({ processId: caseNumber, traceId });
    expect(parsed('api').filter(({ msg }) => msg === 'request registered')).toContainEqual(about);
    expect(parsed('worker').filter(({ msg }) => msg === 'commit')).toContainEqual(about);
  });
});
