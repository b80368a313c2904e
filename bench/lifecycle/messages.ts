import { Type, type Static } from '@sinclair/typebox';

/** Messages between the bench and a client process. */
export const SYSTEMS = ['aftercare', 'floor', 'dbos'] as const;
export type SystemName = (typeof SYSTEMS)[number];

const Person = Type.Object({ id: Type.String(), token: Type.String() });
const Sender = Type.Object({ name: Type.String(), phone: Type.String() });

/** Actors and places of the played cases; the same for each system, though not each needs all of them. */
export const Cast = Type.Object({
  url: Type.String(),
  clerk: Person,
  engineers: Type.Array(Person, { minItems: 1 }),
  senders: Type.Array(Sender, { minItems: 1 }),
  partNumbers: Type.Array(Type.String(), { minItems: 1 }),
});
export type Cast = Static<typeof Cast>;

const Load = Type.Object({
  cases: Type.Integer({ minimum: 1 }),
  at: Type.Integer({ minimum: 1 }),
  /** Number of the first case: none is played twice. */
  from: Type.Integer({ minimum: 0 }),
});
export type Load = Static<typeof Load>;

export const Order = Type.Union([
  Type.Object({
    kind: Type.Literal('open'),
    system: Type.Union(SYSTEMS.map((s) => Type.Literal(s))),
    cast: Cast,
  }),
  Type.Object({ kind: Type.Literal('play'), load: Load }),
  Type.Object({ kind: Type.Literal('histories') }),
  Type.Object({ kind: Type.Literal('close') }),
]);
export type Order = Static<typeof Order>;

const Played = Type.Object({
  elapsedMs: Type.Number(),
  /** How long each command took to be answered. */
  commandMs: Type.Array(Type.Number()),
  done: Type.Integer(),
  errors: Type.Array(Type.String()),
});
export type Played = Static<typeof Played>;

export const Report = Type.Union([
  Type.Object({ kind: Type.Literal('opened') }),
  Type.Object({ kind: Type.Literal('played'), played: Played }),
  Type.Object({ kind: Type.Literal('histories'), lengths: Type.Array(Type.Integer()) }),
  Type.Object({ kind: Type.Literal('failed'), reason: Type.String() }),
]);
export type Report = Static<typeof Report>;
