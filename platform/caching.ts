import fp from 'fastify-plugin';

/**
 * Sets Cache-Control on every answer: private with revalidation for answers with an ETag, no-store for the
 * rest, because every answer concerns customers and depends on the caller (RFC 9111 §5.2.2).
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
