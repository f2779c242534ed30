import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';

/** Claims of a token; undefined leaves one out. */
export type Claims = Readonly<{ [K in keyof JWTPayload]: JWTPayload[K] | undefined }>;

/** An identity provider on this machine: discovery, keys, and tokens as it would sign them. */
export type IdentityProvider = Readonly<{
  issuer: string;
  /** A token of this issuer for the audience `minutebook`, good for an hour, with these claims instead. */
  token: (claims: Claims) => Promise<string>;
  /** A token that it did not sign. */
  forgedToken: (claims: Claims) => Promise<string>;
  /** From now on it answers nothing but errors, or answers again. */
  setBroken: (broken: boolean) => void;
  close: () => Promise<void>;
}>;

const algorithm = 'ES256';

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const [ours, forged] = [await generateKeyPair(algorithm), await generateKeyPair(algorithm)];
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'key-1', alg: algorithm, use: 'sig' };
  let broken = false;
  const documents = (issuer: string): Readonly<Record<string, object>> => ({
    '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
    '/keys': { keys: [jwk] },
  });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const document = documents(issuer)[request.url ?? ''];
    response.statusCode = broken ? 500 : document ? 200 : 404;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document ?? {}));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = ({ privateKey }: typeof ours, claims: Claims): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: issuer, aud: 'minutebook', iat: now, exp: now + 3600, ...claims } as JWTPayload;
    return new SignJWT(payload).setProtectedHeader({ alg: algorithm, kid: 'key-1' }).sign(privateKey);
  };
  return {
    issuer,
    token: (claims) => sign(ours, claims),
    forgedToken: (claims) => sign(forged, claims),
    setBroken: (value) => (broken = value),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
