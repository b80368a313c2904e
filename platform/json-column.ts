import type { Prisma } from './database';

/** Plain JSON as Prisma's column type has it. */
export function toJson(value: unknown): Prisma.InputJsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  if (!isJsonObject(copy)) throw new Error('Not a JSON object');
  return copy;
}

const isJsonObject = (value: unknown): value is Prisma.InputJsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
