import fp from 'fastify-plugin';
import { charsetOf, duplicateKey, utf8Text } from '../../../platform/strict-json';
import { ApiError, badRequest } from '../problems';

/**
 * Reads bodies as one JSON text in UTF-8 that says each thing once: of two values under one name, another reader would take the other
 * (RFC 8259 §4).
 */
export const bodies = fp(
  (app) => {
    const parse = app.getDefaultJsonParser('error', 'error');
    app.removeAllContentTypeParsers();
    app.addHook('onRequest', async ({ headers }) => {
      const encoding = headers['content-encoding']?.trim().toLowerCase();
      if (encoding !== undefined && encoding !== '' && encoding !== 'identity')
        throw new ApiError('REQUEST.ENCODING_UNSUPPORTED', { encoding }, 'content-encoding');
      return Promise.resolve();
    });
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
      const charset = charsetOf(request.headers['content-type']);
      if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
        done(new ApiError('REQUEST.CHARSET_UNSUPPORTED', { charset }, 'content-type'));
        return;
      }
      const text = typeof body === 'string' ? body : utf8Text(body);
      if (text === undefined) {
        done(badRequest(undefined, { en: 'the body is not UTF-8', zh: '内容不是 UTF-8 编码' }));
        return;
      }
      void parse(request, text, (error, value) => {
        const twice = error ? undefined : duplicateKey(text);
        if (twice === undefined) done(error, value);
        else
          done(
            badRequest(twice, {
              en: `the field "${twice}" appears twice in one object`,
              zh: `字段“${twice}”在同一对象中重复出现`,
            }),
          );
      });
    });
    return Promise.resolve();
  },
  { name: 'bodies', dependencies: ['problems'] },
);
