import { readConfig, type Config } from '../../platform/config';
import { newCodecKey } from '../../platform/codec';
import { testServers } from './config';

export const LOGIN_SECRET = 'a-secret-of-the-tests-alone-32-bytes';
export const LINK_SECRET = 'links-of-the-tests-alone-are-signed-so';
export const SYSTEMS_TOKEN = 'token-of-the-tests-alone';
/** Nothing listens there: a test that has started no parts or finance system must not reach one that runs on the same machine. */
const NOWHERE = 'http://127.0.0.1:1';
const CODEC_KEYS = newCodecKey();

/** The settings of a system under test. */
export const testSettings = (
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: testServers().temporalAddress,
  AFTERCARE_CODEC_KEYS: CODEC_KEYS,
  AFTERCARE_SYSTEMS_TOKEN: SYSTEMS_TOKEN,
  AFTERCARE_LOGIN_SECRET: LOGIN_SECRET,
  AFTERCARE_LINK_SECRET: LINK_SECRET,
  AFTERCARE_LOG_LEVEL: 'silent',
  AFTERCARE_PORT: '0',
  AFTERCARE_WORKER_PORT: '0',
  AFTERCARE_PARTS_URL: NOWHERE,
  AFTERCARE_FINANCE_URL: NOWHERE,
  ...more,
});

export const testConfig = (databaseUrl: string, more?: Readonly<Record<string, string>>): Config =>
  readConfig(testSettings(databaseUrl, more));
