import type { Api } from '../../api/context';
import { signIn, testApi, type TestApi } from './api';

/** The API with the sample company in its registers. */
export const companyApi = (settings: Readonly<Record<string, string>> = {}): Promise<TestApi> =>
  testApi(settings, { template: 'company' });

/** Somebody who reads: `await (await reader(app, 'lu.xinran')).get('/v1/cases')`. */
export async function reader(app: Api, login: string): Promise<Reader> {
  return new Reader(app, await signIn(app, login));
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
}

export class Reader {
  constructor(
    private readonly app: Api,
    readonly token: string,
  ) {}

  get<T = Problem>(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    return this.send<T>('GET', url, headers);
  }

  async send<T = Problem>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    headers: Readonly<Record<string, string>> = {},
    payload?: object,
  ): Promise<Answer<T>> {
    const response = await this.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...(payload && { payload }),
    });
    return { status: response.statusCode, body: response.json<T>(), headers: response.headers };
  }

  /** An answer that may have no body. */
  async ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answer<string>> {
    const response = await this.app.inject({
      url,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
    return { status: response.statusCode, body: response.body, headers: response.headers };
  }

  /** Deletes something. @returns the status of the answer, which has no body. */
  async drop(url: string): Promise<number> {
    const { statusCode } = await this.app.inject({
      method: 'DELETE',
      url,
      headers: { authorization: `Bearer ${this.token}` },
    });
    return statusCode;
  }

  /** Every item of a list, page by page. */
  async all<I>(url: string): Promise<I[][]> {
    const pages: I[][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const address: string = cursor === '' ? url : `${url}&cursor=${cursor}`;
      const { status, body }: Answer<Page<I>> = await this.get<Page<I>>(address);
      if (status !== 200) throw new Error(`${address} answered ${status}: ${JSON.stringify(body)}`);
      pages.push([...body.items]);
      cursor = body.nextCursor;
    }
    return pages;
  }
}

export interface Page<I> {
  readonly items: readonly I[];
  readonly nextCursor: string | null;
}

export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly reason: string }[];
}
