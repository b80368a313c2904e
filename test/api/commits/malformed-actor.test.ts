import { expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import { aCase } from '../../support/cases';
import { companyApi, reader } from '../../support/reading';
import { place, tamper, verifying } from '../verify/verifying';

it('a case is read although an event on record has nobody who can have given it, and verify tells of that event alone', async () => {
  const api = await companyApi();
  try {
    const clerk = await reader(api.app, 'lu.xinran');
    const other = await aCase(api.database).of('cus-0001').commit();
    const damaged = await aCase(api.database).of('cus-0001').answered().noted('电话已接通').commit();
    for (const actor of [
      `'null'`,
      `'{"kind": "staff", "id": "stf-010", "roles": ["hq-service-manager"]}'`,
      `'7'`,
    ]) {
      await tamper(
        api.database,
        `UPDATE process_event SET actor = ${actor} WHERE process_id = $1 AND type = 'NoteAdded'`,
        damaged.number,
      );
      const { status, body } = await clerk.get<CaseDetail>(`/v1/cases/${damaged.number}`);
      expect(status).toBe(200);
      const { timeline } = body;
      expect(timeline.items.at(-1)).toMatchObject({ type: 'NoteAdded', actor: { kind: 'system' } });
      const { found, counts } = await verifying(api.database, { processes: [damaged.number, other.number] });
      expect(found.map(place)).toContain(`seq ${damaged.seq} event.actor`);
      expect(new Set(found.map(({ processId }) => processId))).toEqual(new Set([damaged.number]));
      expect(counts.processes).toBe(2);
    }
  } finally {
    await api.close();
  }
}, 60_000);
