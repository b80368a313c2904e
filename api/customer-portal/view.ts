import { recordedOf } from '../../activities/event-row';
import type { CaseEvent } from '../../domain/case/events';
import { CLOCKS_SHOWN, EVENTS_SHOWN, stageForCustomer } from '../../domain/case/customer-view';
import { allowedCommands } from '../../domain/case/decide';
import { isForCustomer, type ReportChange } from '../../domain/case/report/terms';
import type { RegisteredCase } from '../../domain/case/state';
import { testOf } from '../../domain/case/flows/repair/verification';
import { MESSAGE_KINDS } from '../../domain/case/steering/terms';
import { CLOCK_NAMES, isOnSite, type Stage } from '../../domain/case/terms';
import { type Bilingual } from '../../domain/bilingual';
import type { Actor } from '../../domain/identity/actor';
import { CUSTOMER_COMMANDS, type CustomerAction } from '../../domain/identity/permissions';
import type { RequestedOrder } from '../../domain/parts-order/state';
import type { Reader } from '../../platform/database';
import type { CustomerCase } from './schema';
import { clockView } from '../cases/clock-view';
import { quoteView } from '../cases/quote-view';
import { verificationView } from '../cases/verification-view';
import { withWholeReports } from '../service-reports/versions';
import type { StoredCase } from '../cases/read-case';
import { chargesForCustomer, reportsForCustomer, visitsOfCustomer } from './papers';
import { photosOf } from './photos';
import { isConfirmable, ordersOfCase, partsForCustomer } from './parts-orders';

const SHOWN_EVENTS: Readonly<Record<string, Bilingual>> = EVENTS_SHOWN;

/** Commands open to the customer now: those that the rules allow, restricted to customer commands. */
export function actionsOf(
  state: RegisteredCase,
  orders: readonly RequestedOrder[],
  actor: Actor,
): CustomerAction[] {
  const allowed = allowedCommands(state, actor, new Date().toISOString());
  return [
    ...CUSTOMER_COMMANDS.filter((type) => allowed.includes(type)),
    ...(orders.some((order) => isConfirmable(order, actor)) ? (['confirmReceipt'] as const) : []),
  ];
}

/** The case in its customer's words (R36). */
export async function customerCase(database: Reader, kept: StoredCase, actor: Actor): Promise<CustomerCase> {
  const stored = await withWholeReports(database, kept);
  const { processId, state } = stored;
  const { registration, unit, stage } = state;
  const test = testOf(state);
  const [orders, clocks, charges, photos, rows] = await Promise.all([
    ordersOfCase(database, registration.caseNumber),
    database.processClock.findMany({ where: { processId, name: { in: [...CLOCKS_SHOWN] } } }),
    chargesForCustomer(database, stored),
    photosOf(database, state, actor),
    database.processEvent.findMany({
      where: { processId, type: { in: Object.keys(EVENTS_SHOWN) } },
      orderBy: { seq: 'asc' },
    }),
  ]);
  const now = new Date();
  const events = rows.map((row) => recordedOf(row));
  const actions = actionsOf(state, orders, actor);
  const appointment = appointmentOf(state);
  return {
    number: registration.caseNumber,
    subject: registration.subject,
    text: registration.text,
    language: registration.language,
    receivedAt: registration.receivedAt,
    stage,
    stageNames: stageForCustomer(state),
    unit: unit
      ? { serial: unit.serial, productName: { en: unit.productNameEn, zh: unit.productNameZh } }
      : null,
    answer: answerIn(events),
    appointment,
    needsAppointment: appointment === null && isToBeVisited(state) && actions.includes('recordMessage'),
    promises: CLOCKS_SHOWN.flatMap((name) => {
      const row = clocks.find((clock) => clock.name === name);
      if (!row) return [];
      const { dueAt, state: standing } = clockView(row, now);
      return [{ name, names: CLOCK_NAMES[name], dueAt, state: standing }];
    }),
    quote: quoteFor(state),
    partsOrders: orders.map((order) => partsForCustomer(order, actor)),
    verification: test ? verificationView(test) : null,
    reports: reportsForCustomer(stored),
    charges,
    visits: visitsOfCustomer(stored),
    photos,
    messages: messagesOf(events, actor),
    actions,
    timeline: events
      .filter(isShown)
      .flatMap((event) => {
        const names = SHOWN_EVENTS[event.type];
        return names ? [{ at: happenedAt(event), type: event.type, names }] : [];
      })
      .toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at)),
  };
}

/** The quote that the customer has seen: not one that is still in approval, or was never approved. */
function quoteFor({ quote }: RegisteredCase): CustomerCase['quote'] {
  if (!quote || quote.status === 'in-approval' || quote.status === 'disapproved') return null;
  return quoteView(quote);
}

/** A correction of costs alone is none that the customer was handed anything of. */
const isShown = ({ type, data }: ReturnType<typeof recordedOf>): boolean =>
  type !== ('ReportAmended' satisfies CaseEvent['type']) ||
  !('changes' in data) ||
  !isChanges(data.changes) ||
  data.changes.some(isForCustomer);

/** When it happened for the customer, also where somebody entered it later: their letter came when it came. */
function happenedAt({ type, at, occurredAt, data }: ReturnType<typeof recordedOf>): string {
  const isFirst = type === ('CaseRegistered' satisfies CaseEvent['type']);
  const receivedAt: unknown = isFirst && 'receivedAt' in data ? data.receivedAt : undefined;
  return typeof receivedAt === 'string' ? receivedAt : (occurredAt ?? at);
}

const isChanges = (value: unknown): value is readonly ReportChange[] => Array.isArray(value);

function answerIn(events: readonly ReturnType<typeof recordedOf>[]): string | null {
  const last = events.findLast(({ type }) => type === ('RequestAnswered' satisfies CaseEvent['type']));
  return last && 'text' in last.data && typeof last.data.text === 'string' ? last.data.text : null;
}

const BEFORE_A_VISIT: readonly Stage[] = ['classified', 'awaiting-parts'];
const isToBeVisited = ({ stage, requestType }: RegisteredCase): boolean =>
  BEFORE_A_VISIT.includes(stage) && isOnSite(requestType);

/** The words that the customer wrote; those that staff took down are the desk's. */
const messagesOf = (
  events: readonly ReturnType<typeof recordedOf>[],
  actor: Actor,
): CustomerCase['messages'] =>
  events.flatMap(({ type, at, actor: by, data }) => {
    if (type !== ('CustomerWrote' satisfies CaseEvent['type']) || by.id !== actor.id) return [];
    const kind = 'kind' in data ? MESSAGE_KINDS.find((one) => one === data.kind) : undefined;
    return kind && 'text' in data && typeof data.text === 'string' ? [{ at, kind, text: data.text }] : [];
  });

function appointmentOf({ stage, dispatch, visit }: RegisteredCase): CustomerCase['appointment'] {
  if (!dispatch || (stage !== 'dispatched' && stage !== 'on-site')) return null;
  const { appointment, engineer } = dispatch;
  return {
    ...appointment,
    engineer: engineer.name,
    isOnTheWay: visit?.departedAt !== undefined && visit.arrivedAt === undefined,
    hasArrived: visit?.arrivedAt !== undefined,
  };
}
