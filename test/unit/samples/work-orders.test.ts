import { beforeAll, describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { Type, type Static } from '@sinclair/typebox';
import { readCompany } from '../../../cli/sample/read-company';
import { readRequests, SampleAppointment, type SampleRequest } from '../../../cli/sample/request-shapes';
import { sampleInstant } from '../../../cli/sample/sample-time';
import { COMPANY, REQUESTS } from './files';
import { Register } from './register';

const Parts = Type.Array(Type.Object({ partNumber: Type.String(), quantity: Type.Integer() }));
const Sending = Type.Object({ engineerId: Type.String(), appointment: SampleAppointment, parts: Type.Optional(Parts) });
const Offer = Type.Object({ parts: Parts });
const Reassign = Type.Object({ engineerId: Type.String() });
const Ordered = Type.Object({ lines: Parts });
const Diagnosis = Type.Object({ parts: Parts });
const Classify = Type.Object({ unitSerial: Type.String() });
const Report = Type.Object({ partsUsed: Parts, partsCostCents: Type.Integer(), remarks: Type.Optional(Type.String()) });

/** A visit as it is in the end: by whom, when, with what. */
interface WorkOrder {
  readonly key: string;
  readonly unitSerial: string;
  /** The dispatcher of the engineer. */
  readonly dispatchedBy: string;
  engineerId: string;
  readonly appointment: Static<typeof SampleAppointment>;
  readonly parts: Static<typeof Parts>[number][];
  /** Parts that were ordered for the visit. */
  readonly ordered: Static<typeof Parts>;
  readonly fieldwork: string[];
  report?: unknown;
}

function ordersOf({ key, story }: SampleRequest): WorkOrder[] {
  const orders: WorkOrder[] = [];
  let [unitSerial, offered, ordered]: [string, Static<typeof Parts>, Static<typeof Parts>] = ['', [], []];
  for (const { as, type, data } of story.flatMap((step) => step.commands.map((command) => ({ as: step.as, ...command })))) {
    const order = orders.at(-1);
    switch (type) {
      case 'classify':
        if (Value.Check(Classify, data)) ({ unitSerial } = data);
        break;
      case 'offer':
        offered = Value.Decode(Offer, data).parts;
        break;
      case 'dispatch':
      case 'acceptOffer': {
        const { engineerId, appointment, parts = offered } = Value.Decode(Sending, data);
        orders.push({ key, unitSerial, dispatchedBy: as, engineerId, appointment, parts: [...parts], ordered, fieldwork: [] });
        break;
      }
      case 'reassign':
        if (order) order.engineerId = Value.Decode(Reassign, data).engineerId;
        break;
      case 'diagnose':
        order?.parts.push(...Value.Decode(Diagnosis, data).parts);
        break;
      case 'orderParts':
        // They are taken along on the next visit.
        ordered = Value.Decode(Ordered, data).lines.map(({ partNumber, quantity }) => ({ partNumber, quantity }));
        break;
      case 'arrive':
      case 'repair':
      case 'verify':
        order?.fieldwork.push(as);
        break;
      case 'report':
        order?.fieldwork.push(as);
        if (order) order.report = data;
        break;
      default:
    }
  }
  return orders;
}

let register: Register;
let orders: readonly WorkOrder[];
beforeAll(async () => {
  register = new Register(await readCompany(COMPANY), '2026-11-22');
  orders = (await readRequests(REQUESTS)).flatMap(ordersOf);
});

describe('the sample work orders', () => {
  it('send an engineer who knows the product, from an outlet of the dispatcher’s region', () => {
    for (const { key, engineerId, unitSerial, dispatchedBy } of orders) {
      const engineer = register.staffById(engineerId);
      expect([key, engineer.skills]).toEqual([key, expect.arrayContaining([register.familyOf(unitSerial)])]);
      expect([key, register.staff(dispatchedBy).organisationId]).toEqual([key, register.organisation(engineer.organisationId).parentId]);
    }
  });

  it('are carried out by the engineer who was sent', () => {
    for (const { key, engineerId, fieldwork } of orders)
      expect([key, [...new Set(fieldwork.map((login) => register.staff(login).id))]]).toEqual([key, fieldwork.length === 0 ? [] : [engineerId]]);
  });

  it('never want an engineer in two places, at whatever hour the sample is loaded (design decision 9)', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const anchor = new Date(Date.UTC(2026, 10, 20, hour, 7)).toISOString();
      const visits = orders.map(({ key, engineerId, appointment }) => ({
        key,
        engineerId,
        from: sampleInstant(appointment.from, anchor),
        to: sampleInstant(appointment.to, anchor),
      }));
      for (const { from, to } of visits) expect(from < to && to > anchor).toBe(true);
      const clashes = visits.filter((one, index) =>
        visits.slice(index + 1).some((other) => one.engineerId === other.engineerId && one.from < other.to && other.from < one.to),
      );
      expect(clashes.map(({ key }) => key)).toEqual([]);
    }
  });

  it('reserve parts that are in stock, over all of them together', () => {
    const wanted = new Map<string, number>();
    for (const { partNumber, quantity } of orders.flatMap(({ parts }) => parts)) wanted.set(partNumber, (wanted.get(partNumber) ?? 0) + quantity);
    for (const [partNumber, quantity] of wanted) {
      const stock = Object.values(register.part(partNumber).quantities).reduce((sum, pieces) => sum + pieces, 0);
      expect([partNumber, stock >= quantity]).toEqual([partNumber, true]);
    }
  });

  it('report the parts that were used: those that cost what is reported, of what was taken along, and none that went back', () => {
    const reported = orders.flatMap(({ key, report }) => (report === undefined ? [] : [{ key, report: Value.Decode(Report, report) }]));
    expect(reported.length).toBeGreaterThan(0);
    for (const { key, report } of reported) {
      const { partsUsed, partsCostCents, remarks = '' } = report;
      const usedCents = partsUsed.reduce((sum, { partNumber, quantity }) => sum + register.part(partNumber).unitCostCents * quantity, 0);
      expect([key, usedCents]).toEqual([key, partsCostCents]);
      const taken = orders.filter((one) => one.key === key).flatMap(({ parts, ordered }) => [...parts, ...ordered]);
      for (const { partNumber, quantity } of partsUsed) {
        const pieces = taken.filter((one) => one.partNumber === partNumber).reduce((sum, one) => sum + one.quantity, 0);
        expect([key, partNumber, quantity <= pieces]).toEqual([key, partNumber, true]);
      }
      const back = [...remarks.matchAll(/(SP-\d+) 退回/g)].map(([, partNumber]) => partNumber);
      expect([key, partsUsed.filter(({ partNumber }) => back.includes(partNumber))]).toEqual([key, []]);
    }
  });
});
