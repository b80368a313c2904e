import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export const AUDIENCE = 'https://aftercare.example';

interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export async function aSigningKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  return { kid, alg, ...(await generateKeyPair(alg, { extractable: true })) };
}

/** An OpenID Connect issuer on a port of its own: its discovery document, and the keys that it publishes now. */
export class Issuer {
  /** How often its keys were asked for. */
  fetches = 0;
  /** The error answered instead, if set. */
  trouble: { readonly status: number; readonly body: string } | undefined;
  private published: readonly JWK[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Issuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The issuer has no port');
    const issuer = new Issuer(server, `http://127.0.0.1:${address.port}`);
    server.on('request', (request, response) => {
      const { status, body } = issuer.answer(request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    return issuer;
  }

  get jwksUri(): string {
    return `${this.url}/keys`;
  }

  async publish(...keys: readonly SigningKey[]): Promise<void> {
    this.published = await Promise.all(
      keys.map(async ({ kid, alg, publicKey }) => ({
        ...(await exportJWK(publicKey)),
        kid,
        alg,
        use: 'sig',
      })),
    );
  }

  /** A token that would be good. */
  token(subject: string, kid: string, alg = 'RS256'): SignJWT {
    return new SignJWT()
      .setProtectedHeader({ alg, kid })
      .setIssuer(this.url)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('10m');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(path: string): { status: number; body: string } {
    if (path === '/keys') this.fetches += 1;
    if (this.trouble) return this.trouble;
    if (path === '/keys') return { status: 200, body: JSON.stringify({ keys: this.published }) };
    if (path === '/.well-known/openid-configuration')
      return { status: 200, body: JSON.stringify({ issuer: this.url, jwks_uri: this.jwksUri }) };
    return { status: 404, body: '{}' };
  }
}
