import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../../domain/identity/actor';
import {
  absenceIdOf,
  callKey,
  elapseId,
  isSystemId,
  refuseClaimedIds,
  REGISTER_ID,
  settleId,
  withdrawnId,
} from '../../../../domain/process/command-ids';

const KEY = callKey('AS-2026-000001', 12, 0);
const OWN = [
  REGISTER_ID,
  settleId(KEY),
  settleId(`${KEY}:undo`),
  elapseId({ clock: 'answer', step: { key: 'breach', at: 1_764_000_000_000 } }, 7),
  KEY,
  `${callKey('PO-2026-1000000', 3, 1)}:undo`,
  absenceIdOf('3f0c'),
  withdrawnId(absenceIdOf('3f0c')),
];
const CLERK = { kind: 'staff', id: 'clerk', name: '', roles: [], organisationId: 'hq' } as const;
const CUSTOMER = { kind: 'customer', id: 'customer-1', name: '' } as const;

describe('the ids of the system’s own commands', () => {
  it.each(OWN)('%s is one', (id) => {
    expect(isSystemId(id)).toBe(true);
  });

  it.each([
    'b7a1c7de-3a52-4f0e-9d7c-0d5d1b3d6a10',
    'settlement-1',
    'registered-by-phone',
    'urn:uuid:b7a1c7de-3a52-4f0e-9d7c-0d5d1b3d6a10',
    'my-elapse:1',
    'AS-2026-000001',
    'AS-2026-000001-note-1',
  ])('%s is a caller’s', (id) => {
    expect(isSystemId(id)).toBe(false);
  });

  it('are refused on a command of a person’s, and taken from the system', () => {
    for (const id of OWN) {
      expect(() =>
        refuseClaimedIds([
          { id: 'note-0001', actor: CLERK },
          { id, actor: CLERK },
        ]),
      ).toThrow(expect.objectContaining({ code: 'COMMAND.ID_RESERVED', params: { id } }));
      expect(() => refuseClaimedIds([{ id, actor: CUSTOMER }])).toThrow();
      expect(() => refuseClaimedIds([{ id, actor: SYSTEM }])).not.toThrow();
    }
  });
});
