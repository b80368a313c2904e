import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { PartsPort } from '../systems/parts/port';
import { ReserveBody } from '../systems/parts/reservation-port';
import { DrawBody, HandBackBody } from '../systems/parts/slip-port';
import { createOrderCalls } from './parts-order-calls';
import type { Call } from './types';

const ReserveInput = Type.Omit(ReserveBody, ['at']);
const DrawInput = Type.Omit(DrawBody, ['at']);
const HandBackInput = Type.Omit(HandBackBody, ['at']);
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
    // Taken from the shelf without a reservation, or not used after all; the key is the slip's id there.
    drawParts: async ({ key, at, input }) => ({
      ...(await parts.draw({ ...Value.Parse(DrawInput, input), at, key })),
    }),
    handBackParts: async ({ key, at, input }) => ({
      ...(await parts.handBack({ ...Value.Parse(HandBackInput, input), at, key })),
    }),
    reverseSlip: async ({ key, at, undoes = key }) => ({
      ...(await parts.reverseSlip({ slipId: undoes, at, key })),
    }),
    ...createOrderCalls(parts),
  }) satisfies Record<string, Call>;
