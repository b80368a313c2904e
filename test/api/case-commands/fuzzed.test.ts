import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { dataConverter } from '../../../platform/temporal';
import { COMMAND_DATA } from '../../../api/case-commands/schema';
import { TemporalWorkflows } from '../../../verify/workflows';
import { testServers } from '../../support/config';
import { chanceOf, extreme } from '../../support/extremes';
import type { Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  registered,
  REPAIR,
  REPORT,
  type Given,
} from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';
import { place, verifying } from '../verify/verifying';

const ENGINEER = 'stf-027';
/** Known values that lead past the lookup in the registers. */
const KNOWN = {
  customerId: ['cus-0001'],
  unitSerial: ['SC75F-2103-0351'],
  engineerId: [ENGINEER],
  staffId: [ENGINEER, 'stf-009'],
  faultCode: ['high-temperature'],
  causeCode: ['wear-out'],
  currency: ['CNY', 'CNY', 'JPY', 'BHD'],
  partNumber: ['SP-11075'],
  quantity: [1, 1_000],
};
const TIMES = 3;
/** These end a case, or stop it: they come last. */
const ENDING = ['cancel', 'join', 'close', 'pause', 'handOver'];

const visit: Given[] = [ANSWER, CLASSIFY];
const STAGES: Readonly<Record<string, { readonly desk: Given[]; readonly site: Given[] }>> = {
  registered: { desk: [], site: [] },
  classified: { desk: visit, site: [] },
  'on site': {
    desk: visit,
    site: [
      { type: 'depart', data: {} },
      { type: 'arrive', data: {} },
    ],
  },
  repaired: { desk: visit, site: [{ type: 'arrive', data: {} }, REPAIR] },
  reported: { desk: visit, site: [{ type: 'arrive', data: {} }, REPAIR, REPORT] },
  surveyed: {
    desk: [
      ANSWER,
      { ...CLASSIFY, data: { ...CLASSIFY.data, requestType: 'consultation' } },
      { type: 'resolveRemotely', data: { resolution: '复位后正常' } },
      { type: 'recordSurvey', data: { productScore: 1, serviceScore: 1 } },
    ],
    site: [],
  },
};

describe('Commands at the limits of their own schema', () => {
  let system: TestSystem;
  let people: readonly Reader[];
  let clerk: Reader;
  let engineer: Reader;
  let connection: Connection;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    engineer = await system.as('li.wei');
    people = [clerk, engineer, await system.as('gu.chengan'), await system.as('zhou.huaijin')];
    connection = await Connection.connect({ address: testServers().temporalAddress });
  });
  afterAll(async () => {
    await connection.close();
    await system.close();
  });

  const types = Object.entries(COMMAND_DATA).toSorted(
    ([one], [other]) => Number(ENDING.includes(one)) - Number(ENDING.includes(other)),
  );

  it.each(Object.entries(STAGES))(
    'leave a case that is %s alive: each is answered, and it takes the next one',
    async (_stage, { desk, site }) => {
      const { caseNumber } = await registered(clerk);
      if (desk.length > 0) await done(clerk, caseNumber, ...desk);
      if (site.length > 0) {
        await done(clerk, caseNumber, dispatchTo(ENGINEER));
        await done(engineer, caseNumber, ...site);
      }
      const chance = chanceOf(caseNumber.length + desk.length * 7 + site.length * 31);
      const bad: unknown[] = [];
      const outcomes = new Map<number, number>();
      for (const [type, schema] of types)
        for (let n = 0; n < TIMES; n += 1) {
          const sent = { id: newKey(), type, data: extreme(schema, chance, KNOWN) };
          for (const person of people) {
            const { status, body } = await give<Problem>(person, caseNumber, [sent]);
            outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
            if (status >= 500)
              bad.push({ type, status, code: body.code, data: JSON.stringify(sent.data).slice(0, 300) });
            if (status !== 403) break;
          }
          if (ENDING.includes(type)) continue;
          const note = command({ type: 'addNote', data: { text: `after ${type}` } });
          const { status } = await give<Problem>(clerk, caseNumber, [note]);
          // It may have gone to somebody else, been paused or ended by then: it is alive, and says so.
          if (![200, 403, 404, 409].includes(status)) bad.push({ after: type, status });
        }
      expect(bad).toEqual([]);
      expect(outcomes.get(200) ?? 0).toBeGreaterThan(0);
      const client = new Client({
        connection,
        namespace: system.config.TEMPORAL_NAMESPACE,
        dataConverter: dataConverter(system.config),
      });
      const { found, unverified } = await verifying(
        system.database,
        { processes: [caseNumber] },
        new TemporalWorkflows(client, 30_000),
      );
      expect({ places: found.map(place), unverified }).toEqual({ places: [], unverified: [] });
    },
    240_000,
  );
});
