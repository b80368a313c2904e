import type { Api } from '../../api/context';

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: object | Buffer;
  /** Left out, the token of the session is sent. */
  readonly csrfToken?: string | null;
}

/** A browser in which somebody is logged in: it keeps their session cookie, and sends the token that goes with it. */
export class Browser {
  private constructor(
    private readonly app: Api,
    readonly cookie: string,
    readonly csrfToken: string,
    /** The bearer token that the same login gave. */
    readonly token: string,
    /** The header that set the cookie. */
    readonly setCookie: string,
  ) {}

  static async logIn(
    app: Api,
    login: string,
    { password = 'aftercare', headers = {} }: { password?: string; headers?: Record<string, string> } = {},
  ): Promise<Browser> {
    const response = await app.inject({
      method: 'POST',
      url: '/v1/login',
      payload: { login, password },
      headers,
    });
    if (response.statusCode !== 200) throw new Error(`Login of ${login} failed: ${response.body}`);
    const { token, csrfToken }: { token: string; csrfToken: string } = response.json();
    const setCookie = String(response.headers['set-cookie']);
    return new Browser(app, setCookie.split(';')[0] ?? '', csrfToken, token, setCookie);
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    { headers = {}, payload, csrfToken = this.csrfToken }: Asked = {},
  ) {
    return this.app.inject({
      method,
      url,
      headers: {
        cookie: `theme=dark; ${this.cookie}`,
        ...(method !== 'GET' && csrfToken !== null && { 'x-csrf-token': csrfToken }),
        ...headers,
      },
      ...(payload && { payload }),
    });
  }

  get(url: string) {
    return this.send('GET', url);
  }
}
