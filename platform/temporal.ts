import { readFileSync } from 'node:fs';
import { Connection, type ConnectionOptions } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { EncryptionCodec, parseCodecKeys, type Foreign } from './codec';
import type { Config } from './config';

/** How to reach Temporal: the settings as Temporal's own tools name them. */
export function connectionOptions(config: Config): ConnectionOptions {
  const tls = tlsOptions(config);
  return {
    address: config.TEMPORAL_ADDRESS,
    ...(tls !== undefined && { tls }),
    ...(config.TEMPORAL_API_KEY !== undefined && { apiKey: config.TEMPORAL_API_KEY }),
  };
}

function tlsOptions(config: Config): ConnectionOptions['tls'] {
  const certificate = config.TEMPORAL_TLS_CLIENT_CERT_PATH;
  const key = config.TEMPORAL_TLS_CLIENT_KEY_PATH;
  const ca = config.TEMPORAL_TLS_SERVER_CA_CERT_PATH;
  const name = config.TEMPORAL_TLS_SERVER_NAME;
  const isWanted =
    config.TEMPORAL_TLS === 'true' ||
    config.TEMPORAL_API_KEY !== undefined ||
    certificate !== undefined ||
    ca !== undefined;
  if (!isWanted || config.TEMPORAL_TLS === 'false') return undefined;
  return {
    ...(ca !== undefined && { serverRootCACertificate: readFileSync(ca) }),
    ...(name !== undefined && { serverNameOverride: name }),
    ...(certificate !== undefined &&
      key !== undefined && { clientCertPair: { crt: readFileSync(certificate), key: readFileSync(key) } }),
  };
}

/** A lazy connection: the process starts with Temporal away, and finds it when it is back. */
export const connectTemporal = (config: Config): Connection => Connection.lazy(connectionOptions(config));

/**
 * Payloads are encrypted on every way to Temporal (design decision 10).
 * @param foreign what becomes of others: a worker refuses them (ADR 37), for anybody else they are an error.
 */
export const dataConverter = (config: Config, foreign: Foreign = 'throw'): DataConverter => ({
  payloadCodecs: [new EncryptionCodec(parseCodecKeys(config.AFTERCARE_CODEC_KEYS), foreign)],
});
