import { readConfig, type Config } from '../../platform/config';
import { SYSTEMS_TOKEN } from '../support/settings';

/** The histories are stored as Temporal has them, encrypted with this public test key. */
const HISTORY_KEY = Buffer.alloc(32, 'aftercare-recorded-histories').toString('base64');

export const historySettings = (more: Readonly<Record<string, string>> = {}): Config =>
  readConfig({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    AFTERCARE_CODEC_KEYS: HISTORY_KEY,
    AFTERCARE_SYSTEMS_TOKEN: SYSTEMS_TOKEN,
    AFTERCARE_LOG_LEVEL: 'silent',
    ...more,
  });
