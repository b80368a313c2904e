import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { CHANNELS, STAGES } from '../../../domain/case/terms';
import { SENDER_KINDS } from '../../../domain/case/facts';
import { LANGUAGES } from '../../../domain/bilingual';
import { readCompany } from '../../../cli/sample/read-company';
import { type Played, playRequests } from '../../../cli/sample/play-requests';
import { readRequests, type SampleRequest } from '../../../cli/sample/request-shapes';
import type { WireCommand } from '../../../api/case-commands/schema';
import { COMPANY, REQUESTS } from './files';
import { Register } from './register';
import { type Service, startService } from './service';

const ANCHOR = '2026-11-20T07:10:00.000Z';
let register: Register;
let requests: readonly SampleRequest[];
let service: Service;
let played: Played;

beforeAll(async () => {
  const company = await readCompany(COMPANY);
  register = new Register(company, '2026-11-22');
  requests = await readRequests(REQUESTS);
  service = await startService(company, { now: ANCHOR });
  played = await playRequests({ baseUrl: service.url, password: 'any', requests, anchor: ANCHOR });
});
afterAll(() => service.stop());

const commands = (): WireCommand[] => service.batches.flat();
const commandsOf = <T extends WireCommand['type']>(type: T): Extract<WireCommand, { type: T }>[] =>
  commands().filter((command): command is Extract<WireCommand, { type: T }> => command.type === type);
const stageOf = (key: string) => service.cases.get(service.caseNumbers.get(`sample-${key}`) ?? '')?.stage;
const counted = (values: readonly string[]) => new Map(values.map((value) => [value, values.filter((each) => each === value).length]));

describe('the sample requests', () => {
  it('are at least 36, over every channel, sender and language (R1)', () => {
    expect(requests.length).toBeGreaterThanOrEqual(36);
    expect(new Set(requests.map(({ request }) => request.channel))).toEqual(new Set(CHANNELS));
    expect(new Set(requests.map(({ request }) => request.sender.kind))).toEqual(new Set(SENDER_KINDS));
    expect(new Set(requests.map(({ request }) => request.language))).toEqual(new Set(LANGUAGES));
    expect(requests.filter(({ request }) => request.language === 'en').length).toBeGreaterThanOrEqual(8);
  });

  it('are taken in and played by the rules, none refused', () => {
    expect(played).toEqual({ requests: requests.length, steps: service.batches.length + service.orderBatches.length });
  });

  it('populate every stage, the early ones several times', () => {
    const stages = counted(requests.map(({ key }) => stageOf(key) ?? 'unregistered'));
    expect(new Set(stages.keys())).toEqual(new Set(STAGES.filter((stage) => stage !== 'unregistered')));
    for (const early of ['registered', 'answered', 'classified', 'dispatched', 'on-site', 'reported', 'surveyed', 'closed'])
      expect(stages.get(early) ?? 0).toBeGreaterThanOrEqual(3);
  });

  it('are of many types, with an escalated question, a pause, a change of priority and a follow-up open', () => {
    const types = new Set(commandsOf('classify').map(({ data }) => data.requestType));
    expect(types.size).toBeGreaterThanOrEqual(9);
    expect(commandsOf('escalateQuestion').length).toBeGreaterThanOrEqual(2);
    for (const type of ['pause', 'changePriority', 'addNote', 'join', 'cancel'] as const) expect(commandsOf(type)).not.toEqual([]);
    expect([...service.cases.values()].some(({ followUps }) => followUps.length > 0)).toBe(true);
  });

  it('come from known customers and from senders whom a clerk has yet to know (R2)', () => {
    const known = requests.filter(({ request }) => register.customersWith(request.sender).length === 1);
    expect(known.length).toBeGreaterThan(30);
    expect(requests.length - known.length).toBeGreaterThanOrEqual(4);
    expect(requests.some(({ story }) => story.some(({ completeCustomer }) => completeCustomer !== undefined))).toBe(true);
  });

  it('give numbers that exist and addresses that reach nobody (RFC 2606)', () => {
    const senders = requests.map(({ request }) => request.sender);
    expect(senders.flatMap(({ phone }) => (phone === undefined || isValidPhoneNumber(phone) ? [] : [phone]))).toEqual([]);
    expect(senders.flatMap(({ email }) => (email === undefined || email.endsWith('.example') ? [] : [email]))).toEqual([]);
    expect(senders.filter(({ phone, email, address }) => phone === undefined && email === undefined && address === undefined)).toEqual([]);
  });

  it('name units of the customer who speaks of them', () => {
    for (const { key, request } of requests.filter(({ request: { unitSerial } }) => unitSerial !== undefined)) {
      const [sender] = register.customersWith(request.sender);
      expect([key, register.unit(request.unitSerial ?? '').customerId]).toEqual([key, sender?.id]);
    }
  });

  it('offer a job that climbs, hand a case and a trip over, and send another engineer for one who is ill (R11, R12, R13)', () => {
    const caseOf = (key: string) => service.cases.get(service.caseNumbers.get(`sample-${key}`) ?? '');
    expect(commandsOf('offer')).toHaveLength(1);
    expect(commandsOf('declineOffer')).toHaveLength(1);
    expect(caseOf('cement-offer-climbs')).toMatchObject({ stage: 'dispatched', dispatch: { engineer: { outletId: 'hangzhou' } } });
    expect(caseOf('aviation-airends-bought')).toMatchObject({ stage: 'awaiting-parts', desk: { id: 'stf-007' } });
    expect(caseOf('chipmaker-second-engineer')?.handedOverTrips).toMatchObject([{ engineer: { id: 'stf-033' }, cost: { travelMinutes: 25 } }]);
    expect(caseOf('coconut-engineer-ill')).toMatchObject({ absences: [{ engineerId: 'stf-036' }], dispatch: { engineer: { id: 'stf-034' } } });
  });

  it('reopen a case, mend one at the second attempt, and ask for more of a part than there are (R17, R19, R22)', () => {
    const states = [...service.cases.values()];
    expect(commandsOf('reopen')).toHaveLength(1);
    expect(states.filter(({ failedRepairs, verification }) => failedRepairs && verification)).toHaveLength(1);
    const [{ partNumber, quantity } = { partNumber: '', quantity: 0 }] = commandsOf('orderParts').flatMap(({ data }) => data.lines).toReversed();
    const stock = Object.values(register.part(partNumber).quantities).reduce((sum, pieces) => sum + pieces, 0);
    expect([partNumber, quantity > stock]).toEqual(['SP-51022', true]);
  });

  it('buy a part, receive it, have a wrong one replaced, one old part back and one charged, and the case goes on (R19, R20)', () => {
    const [dryer, airends] = ['food-dryer-frozen', 'aviation-airends-bought'].map((key) => {
      const number = service.caseNumbers.get(`sample-${key}`) ?? '';
      const order = [...service.orders.values()].find((one) => one.order?.caseNumber === number);
      return { order, case: service.cases.get(number) };
    });
    expect(dryer?.order).toMatchObject({
      stage: 'closed',
      purchases: [{ line: 1, received: 1, supplier: expect.any(String) }],
      oldParts: { items: [{ line: 1, received: 1, charged: 0 }, { line: 2, received: 0, charged: 1 }] },
    });
    expect(dryer?.order?.shipments.map(({ depot, items }) => [depot, items[0]?.received, items[0]?.wrong, items[0]?.back])).toEqual([
      ['south', 0, 1, 1],
      ['hq', 1, 0, 0],
      ['south', 1, 0, 0],
    ]);
    expect(dryer?.case).toMatchObject({ stage: 'reported', dispatch: { engineer: { id: 'stf-037' } } });
    expect(airends?.order).toMatchObject({ stage: 'procuring', purchases: [{ expectedOn: '2026-11-24' }] });
    expect(airends?.case?.stage).toBe('awaiting-parts');
  });

  it('put a plan and a quote before whoever has to approve them, and leave one in the inbox (R9)', () => {
    const approvals = [...service.cases.values()].flatMap((one) => one.approvals ?? []);
    expect(new Set(approvals.map(({ need: { kind }, status }) => `${kind} ${status}`))).toEqual(
      new Set(['repair-plan rejected', 'repair-plan approved', 'repair-plan open', 'quote approved']),
    );
  });
});
