import { createTransport } from 'nodemailer';
import type { DeliveryChannel, DeliveryOutcome, OutgoingMessage } from './port';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  /** Without it `smtp://` is left where the server offers no STARTTLS. */
  readonly inTheClear: boolean;
  readonly from: string;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 25_000;

/** Mail by SMTP, a connection a message: a server that drops one loses no other. */
export function smtpChannel({ url, inTheClear, from }: SmtpOptions): DeliveryChannel {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(inTheClear ? { ignoreTLS: true } : { requireTLS: !secure }),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    dnsTimeout: CONNECT_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // A message is text of ours: nothing in it may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'smtp',
    carries: ({ email }) => email !== undefined,
    async deliver(message) {
      const { email, name } = message.recipient;
      if (email === undefined) return { kind: 'refused', reason: 'no-address' };
      try {
        await transport.sendMail({
          from,
          to: { name: name ?? '', address: email },
          subject: message.title,
          text: message.text,
          messageId: messageIdOf(message, from),
          date: new Date(message.createdAt),
          headers: {
            // RFC 3834: suppresses automatic replies such as out-of-office notes.
            'Auto-Submitted': 'auto-generated',
            'Content-Language': message.language,
          },
        });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** The notification's id in the characters of a dot-atom (RFC 5322 §3.2.3), each other one by its code. */
function messageIdOf({ id }: Pick<OutgoingMessage, 'id'>, from: string): string {
  const local = id.replace(/[^\w-]/gu, (character) => `=${(character.codePointAt(0) ?? 0).toString(16)}=`);
  return `<${local}@${/@([^@\s>]+)>?$/.exec(from)?.[1] ?? 'localhost'}>`;
}

function outcomeOf(error: unknown): DeliveryOutcome {
  const code = textOf(error, 'code') ?? 'ERROR';
  const response = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  const status = typeof response === 'number' ? response : undefined;
  // RFC 3463: the enhanced code is more specific than the three digits, and contains no personal data.
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(textOf(error, 'response') ?? '')?.[1];
  const reason =
    status === undefined
      ? `smtp-${code}`
      : ['smtp-', status, enhanced === undefined ? '' : ` ${enhanced}`].join('');
  // A 5xx to a login or a greeting is about our settings, which somebody mends; to envelope or text it is about this message.
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  return isAboutMessage && (status === undefined || status >= 500)
    ? { kind: 'refused', reason }
    : { kind: 'unavailable', reason };
}

function textOf(error: unknown, field: 'code' | 'response'): string | undefined {
  if (!(error instanceof Error) || !(field in error)) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}
