import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next mails; when used up, it takes them. */
export type MailAnswer = 'take' | 'drop' | { readonly status: number; readonly at: 'recipient' | 'data' };

export interface MailServer {
  readonly url: string;
  readonly mails: readonly ParsedMail[];
  /** Every RCPT TO, those refused too. */
  readonly asked: readonly string[];
  answer(...answers: readonly MailAnswer[]): void;
  close(): Promise<void>;
}

/** A mail server on loopback. */
export async function mailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const asked: string[] = [];
  const answers: MailAnswer[] = [];
  const refusal = (status: number): Error =>
    Object.assign(new Error(`5.1.1 <${asked.at(-1) ?? ''}> is not welcome here`), { responseCode: status });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      asked.push(address);
      const next = answers[0];
      if (typeof next === 'object' && next.at === 'recipient') {
        answers.shift();
        done(refusal(next.status));
      } else done();
    },
    onData(stream, _session, done) {
      const next = answers.shift() ?? 'take';
      simpleParser(stream)
        .then((mail) => {
          if (next === 'drop') {
            for (const socket of connections) socket.destroy();
          } else if (next === 'take') {
            mails.push(mail);
            done();
          } else done(refusal(next.status));
        })
        .catch(done);
    },
  });
  const connections = new Set<{ destroy(): unknown }>();
  server.server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  // A connection that the test breaks is an error to the server too.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    mails,
    asked,
    answer: (...more) => void answers.push(...more),
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
