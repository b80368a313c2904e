import { connect } from 'node:net';

/** All bytes received on a new connection until it closes. */
export const sentRaw = (port: number, ...parts: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });

/** The body of such an answer. */
export const bodyOf = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));

/** Requests that stop half-way. */
export const HALF_SENT: readonly (readonly [string, string])[] = [
  ['headers that never end', 'GET /healthz HTTP/1.1\r\nhost: a\r\n'],
  [
    'half a body',
    'POST /v1/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"login"',
  ],
];
