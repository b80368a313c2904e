import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { PartsPort } from '../systems/parts/port';
import { ReserveBody } from '../systems/parts/reservation-port';
import { createOrderCalls } from './parts-order-calls';
import type { Call } from './types';

const ReserveInput = Type.Omit(ReserveBody, ['at']);
const IssueInput = Type.Object({ reservationId: Type.String() });

/** The calls to the parts system; the key of a reservation's call is its id there. */
export const createPartsCalls = (parts: PartsPort) =>
  ({
    reserveParts: async ({ key, at, input }) => ({
      ...(await parts.reserve({ ...Value.Parse(ReserveInput, input), at, key })),
    }),
    releaseParts: async ({ key, at, undoes = key }) => ({
      ...(await parts.release({ reservationId: undoes, at, key })),
    }),
    issueParts: async ({ key, at, input }) => ({
      ...(await parts.issue({ reservationId: Value.Parse(IssueInput, input).reservationId, at, key })),
    }),
    ...createOrderCalls(parts),
  }) satisfies Record<string, Call>;
