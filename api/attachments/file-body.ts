import { Type } from '@sinclair/typebox';
import type { FastifyRequest, FastifySchemaCompiler } from 'fastify';
import type { FastifyRouteSchemaDef } from 'fastify/types/schema';
import type { Api } from '../context';
import { ApiError } from '../http/problems';
import { validatorCompiler } from '../http/validation';
import { LARGEST_ATTACHMENT_BYTES, typeOf, type AttachmentType } from './file-type';

/** A body or an answer that is a file, as it is. */
export const File = Type.Unsafe<Buffer>({
  type: 'string',
  format: 'binary',
  examples: ['the bytes of the file'],
});

/** Makes the routes of a plugin take files of these types and nothing else. */
export function takeFiles(app: Api, types: readonly AttachmentType[]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    [...types],
    { parseAs: 'buffer', bodyLimit: LARGEST_ATTACHMENT_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.addContentTypeParser('*', (_request, _payload, done) =>
    done(new ApiError('ATTACHMENT.TYPE_UNSUPPORTED', { types: types.join(', ') }, 'content-type')),
  );
}

/** For the route that takes the file: a body of no bytes is refused. */
export const fileValidator: FastifySchemaCompiler<unknown> = (route: FastifyRouteSchemaDef<unknown>) =>
  route.httpPart === 'body'
    ? (body: unknown) =>
        Buffer.isBuffer(body) && body.length > 0 ? true : { error: new ApiError('ATTACHMENT.EMPTY') }
    : validatorCompiler(route as Parameters<typeof validatorCompiler>[0]);

/** @throws {ApiError} ATTACHMENT.TYPE_MISMATCH where the bytes are not of the type that the request names. */
export function checkedType(bytes: Buffer, { headers }: Pick<FastifyRequest, 'headers'>): AttachmentType {
  const claimed = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const type = typeOf(bytes);
  if (type === undefined || type !== claimed)
    throw new ApiError('ATTACHMENT.TYPE_MISMATCH', { claimed, actual: type ?? '?' }, 'content-type');
  return type;
}
