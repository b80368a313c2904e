import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import type { DeliveryChannel, DeliveryOutcome, OutgoingMessage } from './port';

export interface WebhookOptions {
  readonly url: string;
  /** `whsec_…`; with several each signs, so that a receiver may change from one to the next. */
  readonly secrets: readonly string[];
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
/** 4xx that say nothing about the message itself. */
const TRY_AGAIN: ReadonlySet<number> = new Set([408, 429]);

/** Messages as signed HTTP calls (Standard Webhooks 1.0.0): `webhook-id` is the notification's id, the same at every attempt. */
export function webhookChannel({ url, secrets, timeoutMs = TIMEOUT_MS }: WebhookOptions): DeliveryChannel {
  const signers = secrets.map((secret) => new Webhook(secret));
  const agent = new Agent({ connect: { timeout: timeoutMs } });
  return {
    name: 'webhook',
    carries: ({ email, phone }) => email !== undefined || phone !== undefined,
    async deliver(message) {
      const id = encodeURI(message.id);
      const at = new Date();
      const body = JSON.stringify(bodyOf(message));
      try {
        const answer = await request(url, {
          method: 'POST',
          dispatcher: agent,
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': 'application/json',
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
            'webhook-signature': signers.map((signer) => signer.sign(id, at, body)).join(' '),
          },
          body,
        });
        const outcome = outcomeOf(answer.statusCode, answer.headers['retry-after'], at);
        // The status is the answer: what is wrong with the rest changes nothing.
        await answer.body.dump({ limit: 65_536 }).catch(() => undefined);
        return outcome;
      } catch {
        return { kind: 'unavailable', reason: 'no-answer' };
      }
    },
    close: () => agent.close(),
  };
}

/** Body of the webhook. Fields are added, never renamed. */
const bodyOf = ({ createdAt, ...data }: OutgoingMessage): object => ({
  type: 'notification.due',
  timestamp: createdAt,
  data,
});

function outcomeOf(status: number, retryAfter: string | string[] | undefined, now: Date): DeliveryOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = `http-${status}`;
  if (status >= 400 && status < 500 && !TRY_AGAIN.has(status)) return { kind: 'refused', reason };
  const retryAfterMs = retryAfterOf(typeof retryAfter === 'string' ? retryAfter : retryAfter?.[0], now);
  return { kind: 'unavailable', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** RFC 9110 §10.2.3: seconds, or an HTTP date. */
export function retryAfterOf(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value.trim()) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(at - now.getTime(), 0);
}
