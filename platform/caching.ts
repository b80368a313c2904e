import fp from 'fastify-plugin';

/**
 * Every answer says whether it may be kept: one with an ETag by the reader alone, who asks again each time; any other by nobody, for all of
 * them are about customers and depend on who asks (RFC 9111 §5.2.2).
 */
export const caching = fp(
  (app) => {
    app.addHook('onSend', (request, reply, _payload, done) => {
      if (!reply.hasHeader('cache-control')) {
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        void reply.header(
          'cache-control',
          isRead && reply.hasHeader('etag') ? 'private, no-cache' : 'no-store',
        );
      }
      done();
    });
    return Promise.resolve();
  },
  { name: 'caching' },
);
