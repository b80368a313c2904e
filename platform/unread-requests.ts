import type { Socket } from 'node:net';

/** Node's error for a connection whose request it could not parse. */
interface ClientError extends Error {
  readonly code?: string;
}

export type Unread = 'too-slow' | 'headers-too-large' | 'malformed';

const KINDS: Readonly<Record<string, Unread>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

const STATUS: Readonly<Record<Unread, string>> = {
  'too-slow': '408 Request Timeout',
  'headers-too-large': '431 Request Header Fields Too Large',
  malformed: '400 Bad Request',
};

/**
 * Answers a request that Node's parser gave up on, and closes its connection: there is no request and no reply yet, so that nothing of
 * Fastify's sees it.
 */
export const answerUnread =
  (problemOf: (kind: Unread) => object) =>
  (error: ClientError, socket: Socket): void => {
    // The other side is gone, or an answer is on its way already.
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy(error);
      return;
    }
    const kind = KINDS[error.code ?? ''] ?? 'malformed';
    const body = JSON.stringify(problemOf(kind));
    socket.end(
      [
        `HTTP/1.1 ${STATUS[kind]}`,
        'content-type: application/problem+json; charset=utf-8',
        `content-length: ${Buffer.byteLength(body)}`,
        'cache-control: no-store',
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  };
