import { Client } from '@temporalio/client';
import { format } from 'prettier';
import { buildApi } from '../api/app';
import { newCodecKey } from '../platform/codec';
import { readConfig } from '../platform/config';
import { connectDatabase } from '../platform/database';
import { createLogger } from '../platform/logger';
import { ProcessClient } from '../platform/process-client';
import { connectTemporal } from '../platform/temporal';

/** The API's OpenAPI document as text, from the routes themselves; nothing is connected to. */
export async function openApiDocument(): Promise<string> {
  const config = readConfig({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    AFTERCARE_CODEC_KEYS: newCodecKey(),
    AFTERCARE_SYSTEMS_TOKEN: 'not-used-by-the-document',
    AFTERCARE_LINK_SECRET: 'not-used-by-the-document-but-it-must-be-long',
    AFTERCARE_LOGIN_SECRET: 'not-used-by-the-document-but-it-must-be-long',
    AFTERCARE_LOG_LEVEL: 'silent',
  });
  const connection = connectTemporal(config);
  const app = await buildApi({
    config,
    logger: createLogger('openapi', 'silent'),
    database: connectDatabase(config.DATABASE_URL),
    processes: new ProcessClient(new Client({ connection }), config.AFTERCARE_COMMAND_DEADLINE_MS),
    databaseUrl: config.DATABASE_URL,
  });
  await app.ready();
  const document = await format(JSON.stringify(app.swagger()), { parser: 'json', printWidth: 110 });
  await app.close();
  await connection.close();
  return document;
}
