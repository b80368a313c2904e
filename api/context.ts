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

/** What the API is made of; given once, so that tests give their own. */
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
     * What a caller must be permitted; 'public' for the few routes open to anybody, 'customer-link' for those of a customer with the link
     * to their case. Every route says which.
     */
    permission?: RoutePermission;
    /** A customer's link that is used up still comes in, to be told what it was used for. */
    takesUsedLinks?: boolean;
  }
  interface FastifyRequest {
    /** Who calls; set by the `identity` plugin on every route that is not public. */
    principal: Principal;
    /** Of the token that they came with; set where `principal` is. */
    tokenId: string;
  }
}
