import fp from 'fastify-plugin';

/**
 * A connection whose request is answered while the server closes is closed with the answer: kept open, it would hold up the
 * close for as long as the keep-alive lasts (72 s).
 */
export const closing = fp((app, _options, done) => {
  let isClosing = false;
  app.addHook('preClose', (closed) => {
    isClosing = true;
    closed();
  });
  app.addHook('onSend', (_request, reply, _payload, sent) => {
    if (isClosing) reply.header('connection', 'close');
    sent();
  });
  done();
});
