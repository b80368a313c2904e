import { Client } from '@temporalio/client';
import type { Config } from '../../platform/config';
import { connectTemporal, dataConverter } from '../../platform/temporal';
import type { Player } from './player';

/** Steps that both Temporal players run after their cases have been played. */
export function temporalAftermath(config: Config): Omit<Player, 'play'> & { readonly client: Client } {
  const connection = connectTemporal(config);
  const client = new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(config),
  });
  return {
    client,
    settled: async (id) => {
      await client.workflow.getHandle(id).result();
    },
    historyLength: async (id) => (await client.workflow.getHandle(id).describe()).historyLength,
    close: () => connection.close(),
  };
}
