import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetch } from 'undici';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly token?: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
  /** ETag of the thing as it was read. */
  readonly ifMatch?: string;
}

export interface Patience {
  /** How long a call is repeated while the service is not ready for it. */
  readonly totalMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

const PATIENCE: Patience = { totalMs: 120_000, firstPauseMs: 250, longestPauseMs: 5_000 };
const CALL_TIMEOUT_MS = 30_000;
/** Too many at once, engine or database away, outcome unknown: the same call again is safe, its keys make it happen once. */
const TRY_AGAIN = [429, 502, 503, 504];
const NOT_STARTED = 'CASE.NOT_STARTED';

const Problem = Type.Object({ code: Type.String(), detail: Type.String() });
const Token = Type.Object({ token: Type.String() });

/** The code of a refusal. */
export const problemCode = ({ body }: Answer): string | undefined =>
  Value.Check(Problem, body) ? body.code : undefined;

/** The problem that the service answered, in one line. */
export const problemText = ({ status, body }: Answer): string =>
  Value.Check(Problem, body) ? `${status} ${body.code}: ${body.detail}` : `${status} ${JSON.stringify(body)}`;

/** The public HTTP API as the sample's people use it: each logged in once, every call repeated until it is answered for good. */
export class ApiClient {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly baseUrl: string,
    private readonly password: string,
    private readonly patience: Patience = PATIENCE,
  ) {}

  /** The call's answer, whatever its status, made with the login of a member of staff. */
  async callAs(login: string, call: Omit<Call, 'token'>): Promise<Answer> {
    return this.call({ ...call, token: await this.tokenOf(login) });
  }

  /** Repeats a call until its answer is as wished. Where the patience ends before, gives the last answer as it is. */
  async awaitAs(
    login: string,
    call: Omit<Call, 'token'>,
    isIt: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const { totalMs, firstPauseMs } = this.patience;
    const giveUpAt = Date.now() + totalMs;
    for (;;) {
      const answer = await this.callAs(login, call);
      if (isIt(answer) || Date.now() > giveUpAt) return answer;
      await sleep(firstPauseMs);
    }
  }

  private tokenOf(login: string): Promise<string> {
    const known = this.tokens.get(login);
    if (known !== undefined) return known;
    const token = this.logIn(login);
    this.tokens.set(login, token);
    return token;
  }

  private async logIn(login: string): Promise<string> {
    const answer = await this.call({
      method: 'POST',
      path: '/v1/login',
      body: { login, password: this.password },
    });
    if (answer.status !== 200) throw new Error(`${login} cannot log in: ${problemText(answer)}`);
    return checked(Token, answer, 'POST /v1/login').token;
  }

  private async call(call: Call): Promise<Answer> {
    const giveUpAt = Date.now() + this.patience.totalMs;
    for (
      let pauseMs = this.patience.firstPauseMs;
      ;
      pauseMs = Math.min(pauseMs * 2, this.patience.longestPauseMs)
    ) {
      const attempt = await this.attempt(call);
      if (Date.now() + pauseMs > giveUpAt) {
        if (attempt instanceof Error) throw attempt;
        return attempt;
      }
      if (!(attempt instanceof Error) && !isTemporary(attempt)) return attempt;
      await sleep(pauseMs);
    }
  }

  /** One attempt; an error is one of transport (refused, reset, timed out). */
  private async attempt({
    method,
    path,
    token,
    body,
    idempotencyKey,
    ifMatch,
  }: Call): Promise<Answer | Error> {
    try {
      const response = await fetch(new URL(path, this.baseUrl), {
        method,
        headers: {
          accept: 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
      });
      return { status: response.status, body: parsed(await response.text()) };
    } catch (error) {
      return new Error(`${method} ${path}: ${[error, causeOf(error)].flatMap(messageOf).join(': ')}`);
    }
  }
}

const causeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;

/** undici wraps the socket's error in its own. */
const messageOf = (error: unknown): string[] =>
  typeof error === 'object' && error !== null && 'message' in error ? [String(error.message)] : [];

const isTemporary = (answer: Answer): boolean =>
  TRY_AGAIN.includes(answer.status) || problemCode(answer) === NOT_STARTED;

/** The body of an answer, of the shape expected. @throws Error telling what came instead. */
export function checked<T extends TSchema>(shape: T, { status, body }: Answer, call: string): Static<T> {
  if (Value.Check(shape, body)) return body;
  throw new Error(`${call} answered ${status} with something unexpected: ${JSON.stringify(body)}`);
}

/** JSON as such; anything else, as a proxy may answer, as its text. */
function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return text;
  }
}
