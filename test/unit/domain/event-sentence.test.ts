import { describe, expect, it } from '@jest/globals';
import { EVENT_SENTENCES } from '../../../domain/case/event-sentences';
import { CODE_LISTS } from '../../../domain/code-lists';
import { SENTENCE_LISTS } from '../../../domain/case/sentence-words';
import { sentenceOf, timesIn } from '../../../domain/event-sentence';
import schemas from '../../../api/cases/event-schemas.json';

interface Schema {
  readonly type?: unknown;
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
  readonly items?: Schema;
}
const components: Readonly<Record<string, Schema>> = schemas.components;
const events: Readonly<Record<string, Schema>> = schemas.events;
const resolved = (schema: Schema): Schema =>
  schema.anyOf?.[0] ??
  (schema.$ref === undefined ? schema : (components[schema.$ref.split('/').at(-1) ?? ''] ?? {}));
const at = (schema: Schema | undefined, path: readonly string[]): Schema | undefined =>
  schema && path.length > 0
    ? at(
        path[0] === 'last' ? resolved(schema).items : resolved(schema).properties?.[path[0] ?? ''],
        path.slice(1),
      )
    : schema && resolved(schema);

const FORMATS = ['instant', 'span', 'money', 'count', 'list'];

describe('The sentence of an event', () => {
  it.each(Object.entries(EVENT_SENTENCES))('of %s names values that the event has', (type, { en, zh }) => {
    for (const text of [en, zh])
      for (const [, paths = '', list] of text.matchAll(/\{([\w.|]+)(?::(\w+))?\}/g)) {
        const fields = paths.split('|').map((path) => at(events[type], path.split('.')));
        expect([paths, fields.includes(undefined)]).toEqual([paths, false]);
        const [field] = fields;
        if (list === undefined || FORMATS.includes(list)) continue;
        const lists = Object.entries({ ...CODE_LISTS, ...SENTENCE_LISTS });
        const names = Object.keys(lists.find(([name]) => name === list)?.[1] ?? {});
        expect([list, names.length > 0]).toEqual([list, true]);
        expect((field?.enum ?? []).filter((code) => !names.includes(code))).toEqual([]);
      }
  });

  it('has the names of codes in its language', () => {
    const data = { requestType: 'repair', priority: 'urgent', symptom: '漏油' };
    expect(sentenceOf({ type: 'CaseClassified', data })).toEqual({
      en: 'Classified as repair, priority urgent: 漏油',
      zh: '分类为维修，优先级紧急：漏油',
    });
  });

  it('has times as people write them, and says where they stand', () => {
    const [from, to] = ['2026-11-24T02:00:00.000Z', '2026-11-24T04:00:00.000Z'];
    const write = (instant: string) => instant.slice(0, 16).replace('T', ' ');
    const moved = {
      type: 'AppointmentMoved',
      data: {
        appointment: { from, to },
        consent: { by: 'customer', how: 'phone', at: from },
        isMissed: true,
      },
    };
    expect(sentenceOf(moved, write)).toEqual({
      en: 'Moved the appointment to 2026-11-24 02:00–04:00 (no one had come by then), agreed with the customer by phone',
      zh: '上门时间改为 2026-11-24 02:00–04:00（原定时间无人上门），已征得客户同意（电话）',
    });
    expect(timesIn(moved, write)).toEqual([{ text: '2026-11-24 02:00–04:00', at: from, to }]);
    const due = { type: 'ClockWarned', data: { clock: 'answer', dueAt: from } };
    expect(sentenceOf(due, write).en).toBe('Little time is left for answer, due 2026-11-24 02:00');
    expect(timesIn(due, write)).toEqual([{ text: '2026-11-24 02:00', at: from, to: null }]);
  });

  it('tells the news of a parts order', () => {
    const told = (progress: object) =>
      sentenceOf({ type: 'PartsProgressed', data: { order: 'PO-2026-000001', seq: 4, progress } });
    expect(told({ stage: 'procuring', expectedOn: '2026-12-01', shipments: [] })).toEqual({
      en: 'Parts order PO-2026-000001: being procured, expected 2026-12-01',
      zh: '备件订单 PO-2026-000001：采购中，预计 2026-12-01 到货',
    });
    const sent = { shipment: 1, carrier: 'SF', tracking: 'SF1', shippedAt: '', isOnTheWay: true, items: [] };
    expect(told({ stage: 'shipped', shipments: [sent] }).en).toBe(
      'Parts order PO-2026-000001: shipped, parcels sent: 1, the latest by SF (SF1)',
    );
  });

  it('counts, lists and writes amounts, and takes the second value where the first is missing', () => {
    const said = (type: string, data: object) => sentenceOf({ type, data }).en;
    const parts = [{ partNumber: 'SP-1', quantity: 2 }];
    expect(said('PartsRedirected', { parts })).toBe('Reserved parts follow the engineer: SP-1 × 2');
    expect(said('EngineerDispatched', { engineer: { name: 'Li Wei' }, parts })).toBe(
      'Dispatched Li Wei, parts to take along: 1',
    );
    expect(said('EngineerDispatched', { engineer: { name: 'Li Wei' }, parts: [] })).toBe('Dispatched Li Wei');
    expect(said('InvoiceIssued', { number: 'I1', totalCents: 123_450, currency: 'CNY' })).toBe(
      'Issued invoice I1: CNY 1,234.50',
    );
    expect(said('FollowUpOpened', { kind: 'repeat-repair', reason: 'again' })).toMatch(/\. again$/);
    const call = { key: 'k', call: 'reserveParts', outcome: { ok: true } };
    expect(said('CallSettled', { ...call, undo: false })).toBe('Reserving parts: done');
    expect(said('CallSettled', { ...call, undo: true })).toBe('Reserving parts: done, taken back');
    expect(said('RevisitDecided', { required: false, reason: 'not-sampled' })).toMatch(/^No follow-up/);
  });

  it('does not take what people wrote for a template', () => {
    expect(sentenceOf({ type: 'NoteAdded', data: { text: '[{text}] {clock:clock}' } }).en).toBe(
      'Note: [{text}] {clock:clock}',
    );
  });

  it('leaves out what its reader may not see', () => {
    expect(sentenceOf({ type: 'NoteAdded', data: {} })).toEqual({ en: 'Note', zh: '备注' });
    expect(sentenceOf({ type: 'VisitLeftUnfinished', data: { reason: 'parts-needed' } }).en).toMatch(/\)$/);
  });
});
