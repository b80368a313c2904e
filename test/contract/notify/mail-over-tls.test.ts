import { afterEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inheritedEnvironment } from '../../../platform/config';
import { mailServer, type MailServer, type MailServerTerms } from './mail-server';

const CERTIFICATE = join(__dirname, 'mail-server.crt');
/** Self-signed key for `localhost`, for this test only. */
const KEYS = {
  key: readFileSync(join(__dirname, 'mail-server.key'), 'utf8'),
  cert: readFileSync(CERTIFICATE, 'utf8'),
};
const LOGIN = { user: 'after@care', password: 'p:ss/w@rd' };

let server: MailServer;
afterEach(() => server.close());

async function serverWith(terms: MailServerTerms): Promise<void> {
  server = await mailServer(terms);
}

/** Outcome of one message, in a process whose operator trusts these certificates beside the system's. */
async function delivered(url: string, trusted?: string): Promise<unknown> {
  const script = join(__dirname, 'deliver-mail.ts');
  const env = { ...inheritedEnvironment(), ...(trusted !== undefined && { NODE_EXTRA_CA_CERTS: trusted }) };
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', script, url], {
    env,
  });
  return JSON.parse(stdout);
}

const withLogin = (url: string, { user, password } = LOGIN): string =>
  url.replace('://', `://${encodeURIComponent(user)}:${encodeURIComponent(password)}@`);

describe.each(['when-asked', 'from-the-start'] as const)('Mail over TLS (%s)', (begins) => {
  const tls = { ...KEYS, begins };

  it('is taken, with user and password sent encrypted only', async () => {
    await serverWith({ tls, login: LOGIN });
    expect(await delivered(withLogin(server.url), CERTIFICATE)).toEqual({ kind: 'sent' });
    expect(server.logins).toEqual([{ isSecure: true, ...LOGIN }]);
    expect(server.mails.map(({ subject }) => subject)).toEqual(['Closed']);
  });

  it('is kept for another time where the server does not take the password', async () => {
    await serverWith({ tls, login: LOGIN });
    const wrong = withLogin(server.url, { ...LOGIN, password: 'another' });
    expect(await delivered(wrong, CERTIFICATE)).toEqual({ kind: 'unavailable', reason: 'smtp-535 5.7.8' });
    expect(server.mails).toEqual([]);
  });

  it('is not sent to a server whose certificate nobody vouches for, nor is the password', async () => {
    await serverWith({ tls, login: LOGIN });
    expect(await delivered(withLogin(server.url))).toMatchObject({ kind: 'unavailable' });
    expect([server.logins, server.asked]).toEqual([[], []]);
  });
});

it('Mail is not sent in the clear to a server that offers no TLS, nor is the password', async () => {
  await serverWith({ login: LOGIN });
  expect(await delivered(withLogin(server.url))).toMatchObject({ kind: 'unavailable' });
  expect([server.logins, server.asked]).toEqual([[], []]);
});
