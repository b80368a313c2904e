import { Type } from '@sinclair/typebox';
import { toJson } from '../../platform/json-column';
import type { Database, Transaction } from '../../platform/database';
import { paramsOf } from '../../platform/notice';
import { literals } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const REGISTERS = ['staff', 'organisation'] as const;
type Register = (typeof REGISTERS)[number];

export const CHANGE_KINDS = ['entered', 'corrected', 'password-given', 'password-chosen'] as const;

interface Change {
  readonly register: Register;
  readonly id: string;
  /** The version that the change makes. */
  readonly version: number;
  readonly by: string;
  readonly kind: (typeof CHANGE_KINDS)[number];
  readonly before?: object;
  readonly after: object;
  readonly key?: string;
}

/** Keeps who changed an entry, when, and what it was and is. */
export async function recordChange(tx: Transaction, { id, before, after, ...rest }: Change): Promise<void> {
  await tx.administrationChange.create({
    data: {
      ...rest,
      entryId: id,
      at: new Date(),
      after: toJson(after),
      ...(before && { before: toJson(before) }),
    },
  });
}

const MOST_SHOWN = 200;

/** Changes of an entry, the latest first, each with the fields that differ. */
export async function changesOf(database: Database, register: Register, id: string) {
  const rows = await database.administrationChange.findMany({
    where: { register, entryId: id },
    orderBy: { version: 'desc' },
    take: MOST_SHOWN,
  });
  return {
    items: rows.map(({ version, at, by, kind, before, after }) => ({
      version,
      at: at.toISOString(),
      by,
      kind: CHANGE_KINDS.find((one) => one === kind) ?? 'corrected',
      fields: differing(before === null ? undefined : { ...paramsOf(before) }, { ...paramsOf(after) }),
    })),
  };
}

function differing(
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
) {
  const isSame = (name: string): boolean =>
    name === 'version' || JSON.stringify(before?.[name]) === JSON.stringify(after[name]);
  return Object.keys(after)
    .filter((name) => !isSame(name))
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] ?? null }));
}

const EXAMPLE = {
  items: [
    {
      version: 2,
      at: '2026-11-22T03:12:00.000Z',
      by: 'stf-001',
      kind: 'corrected' as const,
      fields: [{ field: 'phone', before: '+8618805107289', after: '+8618805107290' }],
    },
  ],
};

export const AdministrationChanges = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        version: Type.Integer(),
        at: At,
        by: Type.String({ description: 'A member of staff' }),
        kind: literals(CHANGE_KINDS),
        fields: Type.Array(
          Type.Object({
            field: Type.String(),
            before: Type.Unknown({ description: 'Null of what is new' }),
            after: Type.Unknown(),
          }),
          { description: 'What the change made different; a password is never shown' },
        ),
      }),
      { description: 'The latest first, at most 200' },
    ),
  },
  { title: 'AdministrationChanges', examples: [EXAMPLE] },
);

/** Changes of who may do what come one after another: two administrators who take each other's rights leave one. */
export const lockAdministration = (tx: Transaction): Promise<number> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('administration of people', 0))`;
