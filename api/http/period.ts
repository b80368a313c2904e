import { readInstant } from './instants';
import { badRequest } from './problems';

/** Instants ISO-8601; `from` included, `to` not. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** @throws {ApiError} for a period that ends before it begins, or what is no instant. */
export function periodOf({ from, to }: Period): Period {
  const period = {
    ...(from !== undefined && { from: readInstant(from, 'from') }),
    ...(to !== undefined && { to: readInstant(to, 'to') }),
  };
  if (period.from !== undefined && period.to !== undefined && period.to <= period.from)
    throw badRequest('to', { en: 'the end must be after the start', zh: '结束时间须晚于开始时间' });
  return period;
}
