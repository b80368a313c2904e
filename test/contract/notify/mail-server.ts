import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** Behaviour for the next mails; afterwards the server accepts them. */
export type MailAnswer = 'take' | 'drop' | { readonly status: number; readonly at: 'recipient' | 'data' };

interface Login {
  readonly isSecure: boolean;
  readonly user: string;
  readonly password: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: readonly ParsedMail[];
  /** Every RCPT TO, those refused too. */
  readonly asked: readonly string[];
  /** Every attempt to log in. */
  readonly logins: readonly Login[];
  answer(...answers: readonly MailAnswer[]): void;
  close(): Promise<void>;
}

/** Further requirements of the server. */
export interface MailServerTerms {
  /** Its certificate; without one everything is in the clear. `from-the-start` is `smtps`, else it offers STARTTLS. */
  readonly tls?: {
    readonly key: string;
    readonly cert: string;
    readonly begins: 'from-the-start' | 'when-asked';
  };
  /** Login that may send; without it any client may. */
  readonly login?: { readonly user: string; readonly password: string };
}

/** A mail server on loopback. */
export async function mailServer({ tls, login }: MailServerTerms = {}): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const asked: string[] = [];
  const logins: Login[] = [];
  const answers: MailAnswer[] = [];
  const refusal = (status: number): Error =>
    Object.assign(new Error(`5.1.1 <${asked.at(-1) ?? ''}> is not welcome here`), { responseCode: status });
  const server = new SMTPServer({
    ...(tls && { key: tls.key, cert: tls.cert, secure: tls.begins === 'from-the-start' }),
    authOptional: login === undefined,
    disabledCommands: [...(login ? [] : ['AUTH']), ...(tls ? [] : ['STARTTLS'])],
    disableReverseLookup: true,
    onAuth({ username, password }, { secure }, done) {
      logins.push({ isSecure: secure, user: username ?? '', password: password ?? '' });
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(Object.assign(new Error('5.7.8 Not accepted'), { responseCode: 535 }));
    },
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
    url: `${tls?.begins === 'from-the-start' ? 'smtps' : 'smtp'}://${tls ? 'localhost' : '127.0.0.1'}:${portOf(server.server.address())}`,
    mails,
    asked,
    logins,
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
