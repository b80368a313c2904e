import { Type } from '@sinclair/typebox';
import type { Config } from '../../platform/config';
import { JsonClient } from './http';
import type { Cast } from './messages';
import type { Player } from './player';
import { repairStory } from './story';
import { temporalAftermath } from './temporal-history';

const Registered = Type.Object({ caseNumber: Type.String() });
const Done = Type.Object({ stage: Type.String() });
const ACCEPTED = 202;

/** Aftercare through its public API: a request and nine commands, each in a call of its own. */
export function aftercarePlayer(config: Config, cast: Cast): Player {
  const http = new JsonClient(cast.url);
  const { client: _, ...aftermath } = temporalAftermath(config);
  return {
    ...aftermath,
    play: async (index, timed) => {
      const { clerk, request, turns } = repairStory(cast, index);
      const intake = { path: '/v1/requests', token: clerk.token, key: `bench-case-${index}`, body: request };
      const caseNumber = await timed(async () => {
        for (;;) {
          // 202: registered, and not begun within intake's patience. The same call waits on.
          const { status, body } = await http.call(intake, Registered, [200, 201, ACCEPTED]);
          if (status !== ACCEPTED) return body.caseNumber;
        }
      });
      const path = `/v1/cases/${caseNumber}/commands`;
      let stage = '';
      for (const { token, command } of turns)
        ({ stage } = (
          await timed(() => http.call({ path, token, body: { commands: [command] } }, Done))
        ).body);
      if (stage !== 'closed') throw new Error(`${caseNumber} is ${stage} at the end of its story`);
      return caseNumber;
    },
    close: async () => {
      await http.close();
      await aftermath.close();
    },
  };
}
