import { Type } from '@sinclair/typebox';
import { JsonClient } from './http';
import type { Cast } from './messages';
import type { Player } from './player';
import { repairStory } from './story';

const Registered = Type.Object({ caseNumber: Type.String() });
const Done = Type.Object({ stage: Type.String() });
const History = Type.Object({ length: Type.Integer() });

/** The same story through the API of the case on DBOS. */
export function dbosPlayer(cast: Cast): Player {
  const http = new JsonClient(cast.url);
  return {
    play: async (index, timed) => {
      const { request, turns } = repairStory(cast, index);
      const { body } = await timed(() => http.call({ path: '/requests', body: request }, Registered));
      const path = `/cases/${body.caseNumber}/commands`;
      let stage = '';
      for (const { command } of turns)
        ({ stage } = (await timed(() => http.call({ path, body: { commands: [command] } }, Done))).body);
      if (stage !== 'closed') throw new Error(`${body.caseNumber} is ${stage} at the end of its story`);
      return body.caseNumber;
    },
    settled: async (id) => {
      await http.call({ path: `/cases/${id}/settled` }, Type.Object({}));
    },
    historyLength: async (id) => (await http.call({ path: `/cases/${id}/history` }, History)).body.length,
    close: () => http.close(),
  };
}
