import type { Language } from '../domain/case/terms';
import type { JsonObject } from '../domain/json';
import { renderNotice, type Notice } from '../domain/notices/render';
import { wallClock } from './wall-clock';

export interface NoticeRow {
  readonly template: string;
  readonly params: unknown;
}

/**
 * A row of the outbox in its reader's language, its instants as the company's wall clock shows them.
 * @param link the customer's own, where the message is on its way to them.
 */
export function noticeOf(
  { template, params }: NoticeRow,
  language: Language,
  timeZone: string,
  link?: string,
): Notice {
  return renderNotice({ template, params: paramsOf(params) }, language, wallClock(timeZone), link);
}

export const paramsOf = (params: unknown): JsonObject => (isObject(params) ? params : {});

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
