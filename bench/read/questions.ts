/** Rows of the register that questions are about, as a person has them on the screen. */
export interface Known {
  readonly caseNumber: string;
  readonly customerId: string;
  readonly unitId: string;
  readonly engineerId: string;
  readonly phone: string;
  readonly productCode: string;
  readonly faultCode: string;
  /** ISO-8601. */
  readonly now: string;
  readonly yearAgo: string;
}

/** `read`: waited for by a person at work. `report`: a figure over a year. */
export type Kind = 'read' | 'report';

export interface Question {
  readonly name: string;
  readonly kind: Kind;
  readonly path: string;
}

const after = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();

/** Everything that a console asks of a large register. */
export function questionsOf(known: Known): readonly Question[] {
  const { caseNumber, customerId, engineerId, now, yearAgo } = known;
  const ask = (kind: Kind, name: string, path: string, query: Readonly<Record<string, string>> = {}) => ({
    kind,
    name,
    path: `${path}?${new URLSearchParams(query).toString()}`,
  });
  const list = (name: string, query: Readonly<Record<string, string>>) =>
    ask('read', `list: ${name}`, '/v1/cases', { limit: '50', ...query });
  const year = { from: yearAgo, to: now };
  return [
    list('newest', {}),
    list('open, most urgent', { open: 'true', sort: 'nextDeadlineAt' }),
    list('closed', { stage: 'closed' }),
    list('type and priority', { requestType: 'repair', priority: 'urgent' }),
    list('rare priority and channel', { priority: 'low', channel: 'email' }),
    list('warranty', { warranty: 'in-warranty' }),
    list('broken promises', { breached: 'true' }),
    list('overdue', { dueBefore: now }),
    list('paused', { paused: 'true' }),
    list('mine', { mine: 'true' }),
    list('a region', { regionId: 'east' }),
    list('an outlet', { outletId: 'suzhou' }),
    list('an engineer', { engineerId }),
    list('a customer', { customerId }),
    list('a unit', { unitId: known.unitId }),
    list('a product', { productCode: known.productCode }),
    list('a fault', { faultCode: known.faultCode }),
    list('closed in a week', { closedFrom: after(now, -60), closedTo: after(now, -53) }),
    list('received in a week', { receivedFrom: after(now, -120), receivedTo: after(now, -113) }),
    list('repaired in a week', { repairedFrom: after(now, -120), repairedTo: after(now, -113) }),
    list('dissatisfied', { dissatisfied: 'true' }),
    list('not fixed at first', { firstTimeFix: 'false' }),
    list('a telephone number', { phone: known.phone }),
    list('search, a common word in Chinese', { q: '漏油' }),
    list('search, a customer in Chinese', { q: '苏州恒远' }),
    list('search, a rare word', { q: '罕见的词' }),
    list('search, a code', { q: caseNumber.slice(-6) }),
    list('search, the beginning of an English word', { q: 'sc' }),
    ask('read', 'search over everything', '/v1/search', { q: '恒远纺织' }),
    ask('read', 'caller by number', '/v1/callers', { phone: known.phone }),
    ask('read', 'case page', `/v1/cases/${caseNumber}`),
    ask('read', 'case timeline', `/v1/cases/${caseNumber}/timeline`, { limit: '100' }),
    ask('read', 'inbox', '/v1/tasks', { limit: '50' }),
    ask('read', 'inbox counts', '/v1/counts'),
    ask('read', 'schedule of a week', '/v1/schedule', { from: after(now, -2), to: after(now, 5) }),
    ask('report', 'promises of a year', '/v1/promises', year),
    ask('report', 'repair quality of a year', '/v1/repair-quality', year),
    ask('report', 'repairs by week', '/v1/figures/repairs', year),
    ask('report', 'satisfaction by week', '/v1/figures/satisfaction', year),
    ask('report', 'backlog by age', '/v1/figures/backlog'),
  ];
}
