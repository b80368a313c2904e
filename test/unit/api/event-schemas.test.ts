import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv/dist/2020';
import { TimelineEntryDocumented } from '../../../api/cases/timeline-schema';
import { sentenceOf } from '../../../domain/event-sentence';
import { withoutCosts } from '../../../domain/money/internal-cost';
import { CASE_AT, REACHED_STAGES } from '../domain/support/stages';

const document: object = JSON.parse(readFileSync(join(__dirname, '../../../openapi.json'), 'utf8'));
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(document, 'openapi.json');
const faultsOf = (event: { readonly type: string; readonly data: object }) => {
  const validate = ajv.compile({ $ref: `openapi.json#/components/schemas/${event.type}Event` });
  const actor = { kind: 'system', id: 'aftercare', name: 'Aftercare' };
  const entry = {
    seq: 1,
    at: '2026-11-22T01:40:00.000Z',
    occurredAt: null,
    actor,
    sentence: sentenceOf(event),
    times: [],
    ...event,
  };
  return validate(entry)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${event.type}${instancePath} ${message}`);
};

/** That the schemas follow from the types of the domain is for `npm run check`. */
describe('The events of a timeline, as the OpenAPI document describes them', () => {
  it.each(REACHED_STAGES)('are what a case that is %s has recorded', (stage) => {
    const { events } = CASE_AT[stage]();
    expect(events.length).toBeGreaterThan(0);
    expect(events.flatMap(faultsOf)).toEqual([]);
  });

  it('are what a reader gets who may not read costs', () => {
    const { events } = CASE_AT.closed();
    const costless = events.map(({ type, data }) => ({ type, data: Object(withoutCosts(data)) }));
    expect(costless.flatMap(faultsOf)).toEqual([]);
  });

  it('do not take what no event is', () => {
    expect(faultsOf({ type: 'CaseClassified', data: { requestType: 'repairs' } })).not.toEqual([]);
  });

  it('have a variant each', () => {
    expect(TimelineEntryDocumented.oneOf.length).toBeGreaterThan(90);
  });
});
