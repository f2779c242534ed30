import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { access } from '#governance';
import { Problem } from '#platform';
import type { Config } from '#platform';

/** Signatures that an issuer may use: asymmetric ones only, so that no public key passes for a secret. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const discoveryTimeout = 5_000;

export type VerifiedToken = Readonly<{
  issuer: string;
  subject: string;
  /** Seconds since 1970. */
  expiresAt: number;
  /** Roles that the token's own claim stands for, by the configuration. */
  grants: readonly access.Grant[];
}>;

/** Where an issuer publishes its keys (OpenID Connect Discovery 1.0 §4). */
async function discoverJwksUrl(issuer: string): Promise<string> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(discoveryTimeout),
  });
  const document = (await response.json()) as Readonly<{ issuer?: unknown; jwks_uri?: unknown }>;
  if (!response.ok || document.issuer !== issuer || typeof document.jwks_uri !== 'string')
    throw new Error(`${issuer} has no usable discovery document`);
  return document.jwks_uri;
}

const valuesOf = (claim: unknown): readonly unknown[] => (Array.isArray(claim) ? claim : [claim]);

function grantsOf(payload: JWTPayload, { oidcRoleClaim, oidcRoles }: Config): readonly access.Grant[] {
  if (oidcRoleClaim === undefined) return [];
  const values = valuesOf(payload[oidcRoleClaim]);
  return oidcRoles
    .filter(({ claim }) => values.includes(claim))
    .map(({ role, bodyId }) => ({
      role: role as access.AccessRole,
      ...(bodyId !== undefined && { bodyId }),
    }));
}

/** Failures of the issuer, not of the token. */
const isIssuersFault = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error.code === 'ERR_JOSE_GENERIC';

/** Checks access tokens of the configured issuer. */
export class AccessTokens {
  readonly #config: Config;
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** @throws Problem `TOKEN_NOT_ACCEPTED`, `ISSUER_UNAVAILABLE` */
  async verify(token: string): Promise<VerifiedToken> {
    const { oidcIssuer: issuer, oidcAudience: audience, oidcClockTolerance: clockTolerance } = this.#config;
    if (issuer === undefined || audience === undefined) throw new Problem('TOKEN_NOT_ACCEPTED');
    try {
      const keys = await this.#keysOf(issuer);
      const options = { issuer, audience, clockTolerance, algorithms, requiredClaims: ['sub', 'exp'] };
      const { payload } = await jwtVerify(token, keys, options);
      const { sub = '', exp = 0 } = payload;
      return {
        issuer,
        subject: sub,
        expiresAt: exp + clockTolerance,
        grants: grantsOf(payload, this.#config),
      };
    } catch (error) {
      throw new Problem(
        isIssuersFault(error) ? 'ISSUER_UNAVAILABLE' : 'TOKEN_NOT_ACCEPTED',
        {},
        { cause: error },
      );
    }
  }

  /** Discovered once; a failure is not remembered. */
  #keysOf(issuer: string): Promise<JWTVerifyGetKey> {
    const { oidcJwksUrl } = this.#config;
    this.#keys ??= Promise.resolve(oidcJwksUrl ?? discoverJwksUrl(issuer)).then((url) =>
      createRemoteJWKSet(new URL(url)),
    );
    this.#keys.catch(() => (this.#keys = undefined));
    return this.#keys;
  }
}
