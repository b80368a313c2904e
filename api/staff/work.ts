import type { Bilingual } from '../../domain/bilingual';
import { ENDED_STAGES } from '../../domain/case/terms';
import { ROLES, type Role } from '../../domain/identity/roles';
import type { Database, Transaction } from '../../platform/database';
import type { StaffRecord, WorkKind } from './record-schema';

type Work = StaffRecord['work'][number];

/** Work with the roles that it is somebody's for. */
interface Held extends Work {
  readonly roles: readonly string[];
}

/** Work in somebody's hands by name: it waits for them alone. */
export async function workOf(database: Database | Transaction, staffId: string): Promise<Held[]> {
  const visits = await database.engineerSlot.findMany({
    where: { engineerId: staffId, kind: 'visit', to: { gt: new Date() }, processId: { not: null } },
    orderBy: { from: 'asc' },
  });
  const cases = await database.serviceCase.findMany({
    where: {
      stage: { notIn: [...ENDED_STAGES] },
      OR: [{ engineerId: staffId }, { ownerStaffId: staffId }],
    },
    orderBy: { number: 'asc' },
    select: { number: true, engineerId: true, ownerStaffId: true, ownerRole: true },
  });
  const tasks = await database.task.findMany({
    where: { staffId, process: { ended: false } },
    orderBy: [{ processId: 'asc' }, { key: 'asc' }],
    select: { processId: true, dueAt: true, role: true },
  });
  const owned = await database.partsOrder.findMany({
    where: { ownerStaffId: staffId },
    orderBy: { number: 'asc' },
    select: { number: true, processId: true, ownerRole: true },
  });
  const open = await database.process.findMany({
    where: { id: { in: owned.map(({ processId }) => processId) }, ended: false },
    select: { id: true },
  });
  const orders = owned.filter(({ processId }) => open.some(({ id }) => id === processId));
  return [
    ...visits.map(({ processId, from }) => entry('visit', processId ?? '', from, ['repair-engineer'])),
    ...cases.map(({ number, engineerId, ownerStaffId, ownerRole }) =>
      entry('case', number, null, [
        ...(engineerId === staffId ? ['repair-engineer'] : []),
        ...(ownerStaffId === staffId && ownerRole !== null ? [ownerRole] : []),
      ]),
    ),
    ...orders.map(({ number, ownerRole }) => entry('order', number, null, [ownerRole])),
    ...tasks.map(({ processId, dueAt, role }) => entry('task', processId, dueAt, [role])),
  ];
}

const entry = (kind: WorkKind, number: string, at: Date | null, roles: readonly string[]): Held => ({
  kind,
  number,
  at: at?.toISOString() ?? null,
  roles,
});

/** As people count it: the tasks of a case or an order that is theirs are a part of it. */
export const piecesOf = (work: readonly Held[]): Work[] =>
  work
    .filter(
      ({ kind, number }) =>
        kind !== 'task' ||
        !work.some((one) => (one.kind === 'case' || one.kind === 'order') && one.number === number),
    )
    .map(({ roles: _roles, ...piece }) => piece);

/** Roles that a person alone has at their organisation. */
export async function lastInRole(
  database: Database | Transaction,
  {
    id,
    organisationId,
    roles,
  }: { readonly id: string; readonly organisationId: string; readonly roles: readonly string[] },
): Promise<Role[]> {
  const others = await database.staff.findMany({
    where: { organisationId, active: true, id: { not: id } },
    select: { roles: true },
  });
  return ROLES.filter((role) => roles.includes(role) && !others.some((one) => one.roles.includes(role)));
}

const WORK_NAMES: Readonly<Record<WorkKind, Bilingual>> = {
  visit: { en: 'visits', zh: '上门' },
  case: { en: 'cases', zh: '服务单' },
  order: { en: 'parts orders', zh: '备件订单' },
  task: { en: 'tasks', zh: '任务' },
};
const MOST_NAMED = 5;

/** Work by kind, as a refusal names it. */
export function workInWords(work: readonly Work[]): Bilingual {
  const kinds = [...new Set(work.map(({ kind }) => kind))];
  const numbersOf = (kind: WorkKind): string[] => [
    ...new Set(work.filter((one) => one.kind === kind).map(({ number }) => number)),
  ];
  const named = (kind: WorkKind, comma: string): string => {
    const numbers = numbersOf(kind);
    return numbers.slice(0, MOST_NAMED).join(comma) + (numbers.length > MOST_NAMED ? ' …' : '');
  };
  return {
    en: kinds.map((kind) => `${WORK_NAMES[kind].en} ${named(kind, ', ')}`).join('; '),
    zh: kinds.map((kind) => `${WORK_NAMES[kind].zh} ${named(kind, '、')}`).join('；'),
  };
}
