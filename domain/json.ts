/** Data that JSON preserves: the only data that events, commands and effects carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Data of the rules as plain JSON, what is undefined left out. */
export function asJson(data: object): JsonObject {
  const plain: unknown = JSON.parse(JSON.stringify(data));
  if (!isJsonObject(plain)) throw new Error('Not an object');
  return plain;
}
