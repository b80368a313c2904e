import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyInstance,
  FastifySchema,
  FastifySchemaCompiler,
  FastifySerializerCompiler,
  RawServerDefault,
} from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Permission } from '../domain/identity/permissions';
import type { Principal } from '../domain/identity/principal';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import type { Logger } from '../platform/logger';
import type { ProcessClient } from '../platform/process-client';
import type { Credential } from './access/credential';

/** Dependencies of the API, passed in once so that tests can replace them. */
export interface ApiDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly processes: ProcessClient;
  /** Opens a listener on PostgreSQL's notifications. */
  readonly databaseUrl: string;
  /** In place of those that compile a route's schemas when it is first used. */
  readonly compilers?: Compilers;
}

export interface Compilers {
  readonly validator: FastifySchemaCompiler<FastifySchema>;
  readonly serializer: FastifySerializerCompiler<FastifySchema>;
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  Logger,
  TypeBoxTypeProvider
>;

/** A resource's routes. */
export type Routes = (app: Api, dependencies: ApiDependencies) => Promise<void>;

export type RoutePermission = Permission | 'public' | 'customer-link';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Required permission of the caller; 'public' for the few open routes, 'customer-link' for routes of a
     * customer with the link to their case. Every route sets it.
     */
    permission?: RoutePermission;
    /** Also admits a used-up customer link, to answer with its earlier use. */
    takesUsedLinks?: boolean;
  }
  interface FastifyRequest {
    /** The caller; set by the `identity` plugin on every route that is not public. */
    principal: Principal;
    /** How the caller is known, to look them up again; set where `principal` is. */
    credential: Credential;
  }
}
