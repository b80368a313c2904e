import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifySchema, FastifySerializerCompiler } from 'fastify';

const compile = SerializerSelector()({}, {});

/** As Fastify's own, and compiled when a route first answers so: most of a route's problems are never answered, and all cost time at every start. */
export const serializerCompiler: FastifySerializerCompiler<FastifySchema> = (route) => {
  let write: ReturnType<typeof compile> | undefined;
  return (data: unknown): string => (write ??= compile({ httpStatus: '', ...route }))(data);
};

/** Compiled at once: for those who look for a schema that cannot be. */
export const serializerAtOnce: FastifySerializerCompiler<FastifySchema> = (route) =>
  compile({ httpStatus: '', ...route });
