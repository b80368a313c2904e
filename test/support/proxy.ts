import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A proxy before a server, as most companies have one: without the server behind it, it answers in its place. */
export interface Proxy {
  readonly url: string;
  /** Cuts what is open, and answers 502 from now on. */
  fail(): void;
  recover(): void;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  let isUp = true;
  const open = new Set<Socket>();
  const refuse = (answer: ServerResponse): void => {
    if (!answer.headersSent) answer.writeHead(502, { 'content-type': 'text/html' });
    answer.end('<h1>502 Bad Gateway</h1>');
  };
  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    if (!isUp) {
      refuse(answer);
      return;
    }
    const { method, headers } = asked;
    const passed = request(new URL(asked.url ?? '/', target), { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passed.on('error', () => refuse(answer));
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  };
  const server = createServer(pass);
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    fail: () => {
      isUp = false;
      cut();
    },
    recover: () => {
      isUp = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
