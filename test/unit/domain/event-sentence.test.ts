import { describe, expect, it } from '@jest/globals';
import { EVENT_SENTENCES } from '../../../domain/case/event-sentences';
import { CODE_LISTS } from '../../../domain/code-lists';
import { sentenceOf } from '../../../domain/event-sentence';
import schemas from '../../../api/cases/event-schemas.json';

interface Schema {
  readonly type?: unknown;
  readonly description?: string;
  readonly anyOf?: unknown;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
}
const components: Readonly<Record<string, Schema>> = schemas.components;
const events: Readonly<Record<string, Schema>> = schemas.events;
const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (components[schema.$ref.split('/').at(-1) ?? ''] ?? {});
const at = (schema: Schema | undefined, path: readonly string[]): Schema | undefined =>
  schema && path.length > 0
    ? at(resolved(schema).properties?.[path[0] ?? ''], path.slice(1))
    : schema && resolved(schema);

describe('The sentence of an event', () => {
  it.each(Object.entries(EVENT_SENTENCES))('of %s names values that the event has', (type, { en, zh }) => {
    for (const text of [en, zh])
      for (const [, path = '', list] of text.matchAll(/\{([\w.]+)(?::(\w+))?\}/g)) {
        const field = at(events[type], path.split('.'));
        expect([path, field === undefined]).toEqual([path, false]);
        if (list === undefined) continue;
        const names = Object.keys(Object.entries(CODE_LISTS).find(([name]) => name === list)?.[1] ?? {});
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

  it('leaves out what its reader may not see', () => {
    expect(sentenceOf({ type: 'NoteAdded', data: {} })).toEqual({ en: 'Note', zh: '备注' });
    expect(sentenceOf({ type: 'VisitLeftUnfinished', data: { reason: 'parts-needed' } }).en).toMatch(/\)$/);
  });
});
