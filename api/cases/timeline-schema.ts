import type { CaseEvent } from '../../domain/case/events';
import { INTERNAL_COST_FIELDS } from '../../domain/money/internal-cost';
import { literals } from '../http/schema/common';
import { knownList } from '../http/schema/list-names';
import { TimelineEntry } from './timeline-entry-schema';
import schemas from './event-schemas.json';

type Schema = Readonly<Record<string, unknown>>;

/** How somebody can be reached: for those alone who may read customer files. */
export const CONTACT_FIELDS = ['phone', 'email', 'address'];

/** Fields that a reader without the permission for them does not get, so that no reader can count on them. */
const WITHHELD = [...CONTACT_FIELDS, ...INTERNAL_COST_FIELDS];

/** The data of each event by its type, generated from the domain (`npm run openapi`). An event without a schema does not compile. */
const DATA: Readonly<Record<CaseEvent['type'], Schema>> = schemas.events;

/** As they are answered: without the claim that withheld fields are there, and with the API's own lists of words. */
function asAnswered(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asAnswered);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => [
    key,
    key === 'required' && Array.isArray(value)
      ? value.filter((field) => !WITHHELD.includes(String(field)))
      : asAnswered(value),
  ]);
  const answered = Object.fromEntries(entries);
  const list = Array.isArray(answered['enum']) ? knownList(answered['enum'].map(String)) : undefined;
  // Its keys in the order of the list's own schema: by it the document knows the two for one.
  return list === undefined ? answered : { ...literals(list), ...answered, enum: [...list] };
}

const { type: _type, data: _data, ...FACTS } = TimelineEntry.properties;

/** As the OpenAPI document tells of an event. The answer itself is written as the event was recorded. */
export const TimelineEntryDocumented = {
  description:
    'An event by its type. One that was recorded before a field was added lacks it; costs and contacts are left out for those who may not read them.',
  discriminator: { propertyName: 'type' },
  oneOf: Object.entries(DATA).map(([type, data]) => ({
    title: `${type}Event`,
    allOf: [{ title: 'TimelineEntryFacts', type: 'object', properties: FACTS, required: Object.keys(FACTS) }],
    type: 'object',
    properties: { type: { type: 'string', const: type }, data: asAnswered(data) },
    required: ['type', 'data'],
  })),
};

/** Components that the data of events refers to. */
export const EVENT_COMPONENTS: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(schemas.components).map(([name, schema]) => [name, Object(asAnswered(schema))]),
);
