import { Value } from '@sinclair/typebox/value';
import { readConfig } from '../../platform/config';
import { messageOf } from '../../stack/errors';
import { Order, type Cast, type Report, type SystemName } from './messages';
import { aftercarePlayer } from './play-aftercare';
import { dbosPlayer } from './play-dbos';
import { floorPlayer } from './play-floor';
import { playAll, type Player } from './player';

/** The client of one system, in a process of its own: what it uses is not counted to the system. */
let player: Player | undefined;
let ids: readonly string[] = [];

function playerOf(system: SystemName, cast: Cast): Player {
  switch (system) {
    case 'aftercare':
      return aftercarePlayer(readConfig(), cast);
    case 'floor':
      return floorPlayer(readConfig(), cast);
    case 'dbos':
      return dbosPlayer(cast);
  }
}

async function obey(order: Order): Promise<Report> {
  if (order.kind === 'open') {
    player = playerOf(order.system, order.cast);
    return { kind: 'opened' };
  }
  if (!player) throw new Error('No system has been named yet');
  const current = player;
  switch (order.kind) {
    case 'play': {
      const result = await playAll(current, order.load);
      ids = result.ids;
      return { kind: 'played', played: result.played };
    }
    case 'histories':
      return { kind: 'histories', lengths: await Promise.all(ids.map((id) => current.historyLength(id))) };
    case 'close':
      await current.close();
      process.disconnect();
      return { kind: 'opened' };
  }
}

// Listening for orders keeps it alive, and the bench may end without a word.
process.once('disconnect', () => process.exit(0));
process.on('message', (message: unknown) => {
  obey(Value.Parse(Order, message))
    .catch((error: unknown): Report => ({ kind: 'failed', reason: messageOf(error) }))
    .then((report) => process.connected && process.send?.(report))
    .catch((error: unknown) => process.stderr.write(`${messageOf(error)}\n`));
});
