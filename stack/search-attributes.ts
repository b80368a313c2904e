import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from './errors';

export type SearchAttributeType = 'Text' | 'Keyword' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList';
export type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

const { IndexedValueType } = temporal.api.enums.v1;

const wireTypes: Readonly<Record<SearchAttributeType, temporal.api.enums.v1.IndexedValueType>> = {
  Text: IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Double: IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
};

/**
 * Registers the search attributes a namespace does not have yet and returns once they are listed. The server's own
 * `--search-attribute` works for a new namespace alone: on data of an earlier run it is ignored.
 * @throws StackError when one is there with another type, which cannot be changed.
 */
export async function ensureSearchAttributes(
  connection: Connection,
  namespace: string,
  wanted: SearchAttributes,
): Promise<void> {
  const names = Object.keys(wanted);
  const listed = async () =>
    (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes;
  const present = await listed();
  const missing = Object.entries(wanted).filter(([name, type]) => {
    const there = present[name];
    if (there !== undefined && there !== wireTypes[type]) {
      throw new StackError(`The search attribute ${name} of namespace ${namespace} is not of type ${type}`);
    }
    return there === undefined;
  });
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, wireTypes[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  for (;;) {
    const now = await listed();
    if (names.every((name) => now[name] !== undefined)) return;
    await sleep(50);
  }
}
