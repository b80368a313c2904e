import type { Prisma } from '../../platform/database';
import { toJson } from '../../platform/json-column';
import { badRequest } from '../http/problems';

/** Deeper than any page writes; PostgreSQL reads no text that is nested without end. */
const DEEPEST = 32;

/**
 * Content that a page keeps for itself: any JSON object that PostgreSQL can store, up to a size.
 * @param most characters of its JSON. @throws {ApiError} where it is too large, too deep, or holds what no column does.
 */
export function storable(content: unknown, field: string, most: number): Prisma.InputJsonObject {
  const text = JSON.stringify(content);
  if (text.length > most)
    throw badRequest(field, {
      en: `must not be longer than ${most} characters of JSON`,
      zh: `内容不得超过 ${most} 个字符（JSON）`,
    });
  if (depthOf(content) > DEEPEST) throw badRequest(field, { en: 'is nested too deeply', zh: '嵌套层级过多' });
  if (textsIn(content).some(isUnfit))
    throw badRequest(field, { en: 'holds characters that cannot be stored', zh: '含有无法保存的字符' });
  return toJson(content);
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner)))
    : 0;

/** NUL, and half of a surrogate pair: JSON may say them, PostgreSQL's text cannot. */
const isUnfit = (text: string): boolean => text.includes('\u0000') || /\p{Surrogate}/u.test(text);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
};
