import { DomainError } from '../../errors';
import type { CallOutcome, Recorded } from '../../process/decider';
import type { CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import type { PartLine } from '../facts';
import type { IssuedParts, OrderedUse, PartsAccount } from './account-terms';
import type { PartUsed, ServiceReport } from '../report/terms';
import type { CaseState, RegisteredCase } from '../state';

/** Parts issued with a repair: all reserved parts, except failed reservations. */
export const handedOut = ({
  registration,
  reservations = [],
  reservationIds = [],
}: RegisteredCase): readonly IssuedParts[] =>
  reservations
    .filter(({ givenUpBy, failed }) => givenUpBy === undefined && failed !== true)
    .map(({ askedBy, parts }) => {
      const id = reservationIds.find((key) => key.startsWith(`${registration.caseNumber}:${askedBy}:`));
      return { askedBy, parts, ...(id !== undefined && { reservationId: id }) };
    });

/** The same with the answer to a reservation that was slower than the engineer. */
export function withLateAnswer(
  { issued, registration }: CaseState,
  { key, call, outcome }: CallOutcome,
): Pick<CaseState, 'issued'> {
  const isMeant = ({ askedBy, reservationId }: IssuedParts): boolean =>
    reservationId === undefined && key.startsWith(`${registration?.caseNumber ?? ''}:${askedBy}:`);
  if (call !== 'reserveParts' || !issued?.some(isMeant)) return {};
  return {
    issued: issued.flatMap((one) =>
      !isMeant(one) ? [one] : outcome.ok ? [{ ...one, reservationId: key }] : [],
    ),
  };
}

/** Pieces of parts orders that the user has, and no earlier report of the case has fitted. */
function deliveredParts({ partsOrders = [], fittedBefore = [] }: CaseState) {
  return partsOrders.flatMap(({ number: order, lines, progress }) =>
    lines.map(({ line, partNumber }) => {
      const items = progress.shipments.flatMap((parcel) => parcel.items).filter((item) => item.line === line);
      const before = fittedBefore.filter((one) => one.order === order && one.line === line);
      return { order, line, partNumber, quantity: sumOf(items, ({ received }) => received) - pieces(before) };
    }),
  );
}

/** Numbers of the parts that a case has to do with. */
export const partsOf = (state: CaseState): readonly string[] =>
  [
    ...(state.dispatch?.parts ?? []),
    ...(state.diagnosis?.parts ?? []),
    ...(state.partsOrders ?? []).flatMap(({ lines }) => lines),
    ...partsAtHand(state),
    ...(state.report?.partsUsed ?? []),
  ].map(({ partNumber }) => partNumber);

/**
 * Parts used when the report does not list them: everything issued, and everything delivered for the repair.
 */
export function partsAtHand(state: CaseState): readonly PartLine[] {
  const totals = new Map<string, number>();
  for (const { partNumber, quantity } of [
    ...(state.issued ?? []).flatMap(({ parts }) => parts),
    ...deliveredParts(state),
  ])
    if (quantity > 0) totals.set(partNumber, (totals.get(partNumber) ?? 0) + quantity);
  return [...totals].map(([partNumber, quantity]) => ({ partNumber, quantity }));
}

/**
 * Holds a report against what was handed out: what was not used goes back, what was used and never handed out comes from the store of
 * the engineer's outlet. Undefined where it is not known what was handed out: the case was repaired before that was kept.
 */
function accountOf(state: CaseState, report: ServiceReport): PartsAccount | undefined {
  const { issued, dispatch } = state;
  if (!issued || !dispatch) return undefined;
  const lines: readonly PartUsed[] = report.partsUsed ?? partsAtHand(state);
  const left = new Map<string, number>();
  for (const { partNumber, quantity } of lines.filter(({ fromStore }) => fromStore !== true))
    left.set(partNumber, (left.get(partNumber) ?? 0) + quantity);
  const take = (partNumber: string, available: number): number => {
    const taken = Math.min(left.get(partNumber) ?? 0, Math.max(available, 0));
    left.set(partNumber, (left.get(partNumber) ?? 0) - taken);
    return taken;
  };
  // Parts at the customer's are fitted first; those that came along can go back.
  const ordered = deliveredParts(state)
    .map(({ order, line, partNumber, quantity }) => ({ order, line, quantity: take(partNumber, quantity) }))
    .filter(({ quantity }) => quantity > 0);
  const unused = issued.map(({ parts, ...one }) => ({
    ...one,
    parts: parts
      .map(({ partNumber, quantity }) => ({ partNumber, quantity: quantity - take(partNumber, quantity) }))
      .filter(({ quantity }) => quantity > 0),
  }));
  const back = unused.filter(({ parts }) => parts.length > 0);
  const handBacks = back.flatMap(({ reservationId, parts }) =>
    reservationId === undefined ? [] : [{ reservationId, parts }],
  );
  // Parts of a reservation without an answer yet go back when it arrives.
  const awaited = back.filter(({ reservationId }) => reservationId === undefined);
  const fromStore = lines.filter((line) => line.fromStore === true);
  for (const { partNumber, quantity } of fromStore)
    left.set(partNumber, (left.get(partNumber) ?? 0) + quantity);
  const draws = [...left]
    .filter(([, quantity]) => quantity > 0)
    .map(([partNumber, quantity]) => ({ partNumber, quantity }));
  const depot = dispatch.engineer.outletId;
  return { handBacks, draws, depot, ordered, ...(awaited.length > 0 && { awaited }) };
}

/** More of a part than was handed out for this case is a slip of the pen, unless it is said to come from the store. */
function refuseMoreThanHandedOut(state: CaseState, { partsUsed = [] }: ServiceReport, field: string): void {
  if (!state.issued) return;
  const atHand = new Map(partsAtHand(state).map(({ partNumber, quantity }) => [partNumber, quantity]));
  const said = new Map<string, number>();
  for (const [n, { partNumber, quantity, fromStore }] of partsUsed.entries()) {
    const issued = atHand.get(partNumber);
    if (fromStore === true || issued === undefined) continue;
    const total = (said.get(partNumber) ?? 0) + quantity;
    said.set(partNumber, total);
    if (total > issued)
      throw new DomainError(
        'REPORT.MORE_THAN_ISSUED',
        { partNumber, quantity: total, issued },
        `${field}.partsUsed.${n}.quantity`,
      );
  }
}

/** The account of a report as an event, where it asks for something, or for something else than the one before. */
function accounted(state: CaseState, report: ServiceReport): CaseEvent[] {
  const account = accountOf(state, report);
  if (!account) return [];
  const { partsAccount, issued = [] } = state;
  const before = partsAccount ?? { handBacks: [], draws: [], ordered: [] };
  const isAwaited =
    !partsAccount &&
    (issued.some(({ reservationId }) => reservationId === undefined) ||
      (state.partsOrders ?? []).some(({ followsCase }) => followsCase === true));
  if (key(before) === key(account) && !isAwaited) return [];
  return [
    {
      type: 'PartsAccounted',
      data: { ...account, ...(partsAccount && { replaces: partsAccount.postedBy }) },
    },
  ];
}

/** @throws {DomainError} naming the line that says more than can be. */
export function accountReport(state: RegisteredCase, report: ServiceReport, field: string): CaseEvent[] {
  refuseMoreThanHandedOut(state, report, field);
  return accounted(state, report);
}

/** Once the parts system has answered what the engineer did not wait for, its pieces are accounted for, too. */
export function accountLate(state: CaseState, outcome: CallOutcome): CaseEvent[] {
  const { report, partsAccount } = state;
  const late = withLateAnswer(state, outcome);
  return report && partsAccount && late.issued ? accounted({ ...state, ...late }, report) : [];
}

/** Without the order of members, which changes on the way through PostgreSQL. */
const key = ({
  handBacks,
  awaited = [],
  draws,
  ordered,
}: Pick<PartsAccount, 'handBacks' | 'awaited' | 'draws' | 'ordered'>): string =>
  JSON.stringify([
    handBacks.map(({ reservationId, parts }) => [reservationId, parts.map(lineKey)]),
    awaited.map(({ askedBy, parts }) => [askedBy, parts.map(lineKey)]),
    draws.map(lineKey),
    ordered.map(({ order, line, quantity }) => [order, line, quantity]),
  ]);
const lineKey = ({ partNumber, quantity }: PartLine) => [partNumber, quantity];

/**
 * Calls to the parts system: a separate slip per part, so that one missing part becomes a task of its own.
 */
export const accountCalls = (
  state: RegisteredCase,
  { data }: Extract<Recorded<CaseEvent>, { type: 'PartsAccounted' }>,
): CaseEffect[] => [
  ...(data.replaces === undefined ? [] : [{ kind: 'undoOf', seq: data.replaces } as const]),
  ...data.handBacks.map(({ reservationId, parts }) => handBack(state, reservationId, parts)),
  ...data.draws.map((part) => ({
    kind: 'call' as const,
    call: 'drawParts' as const,
    input: { reference: state.registration.caseNumber, depot: data.depot, lines: named([part]) },
    undo: { call: 'reverseSlip', input: {} } as const,
  })),
];

/** For a service before the reopening: unused parts go back once the parts system has answered. */
export const lateHandBack = (state: RegisteredCase, key: string): CaseEffect[] =>
  (state.owedBack ?? [])
    .filter(({ askedBy }) => key.startsWith(`${state.registration.caseNumber}:${askedBy}:`))
    .map(({ parts }) => handBack(state, key, parts));

/** After they were handed out. */
const handBack = (
  { registration }: RegisteredCase,
  reservationId: string,
  parts: readonly PartLine[],
): CaseEffect => ({
  kind: 'call',
  call: 'handBackParts',
  input: { reference: registration.caseNumber, reservationId, lines: named(parts) },
  undo: { call: 'reverseSlip', input: {} },
  about: reservationId,
});

const named = (parts: readonly PartLine[]) =>
  parts.map(({ partNumber, quantity }) => ({ partNumber, quantity }));

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
const pieces = (uses: readonly OrderedUse[]): number => sumOf(uses, ({ quantity }) => quantity);
