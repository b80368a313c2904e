import fp from 'fastify-plugin';
import type { Socket } from 'node:net';

/**
 * Connections that were opened ahead of need, as browsers do, and have carried no request: Node counts them as busy, and would
 * hold up the close for as long as it waits for their first headers (a minute and more).
 */
export const unusedConnections = fp((app, _options, done) => {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', (closed) => {
    for (const socket of unused) socket.destroy();
    closed();
  });
  done();
});
