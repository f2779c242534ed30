import { Inject, Injectable } from '@nestjs/common';
import { access } from '#governance';
import { Problem, RateLimit } from '#platform';
import { StreamWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { AccessTokens } from './access-tokens.ts';
import { authenticateKey } from './key-authentication.ts';
import type { Authenticated, Principal } from './principal.ts';
import { authenticateSubject } from './subject-authentication.ts';
import type { SubjectPorts } from './subject-authentication.ts';

/** Keys and tokens whose owners are remembered. */
const capacity = 1_000;

const bearer = /^Bearer +([\x21-\x7e]+)$/i;

/** RFC 6750 §3: what a client is told when it has shown nothing, or nothing that is accepted. */
const challenge = (error?: string) => ({
  'www-authenticate': `Bearer realm="minutebook"${error === undefined ? '' : `, error="${error}"`}`,
});

const refused = (problem: Problem): Problem =>
  problem.status === 401
    ? new Problem(problem.code, { headers: challenge('invalid_token') }, { cause: problem.cause })
    : problem;

/**
 * Who asks. What was found out is remembered as of a revision of the actor's own stream, to which any process
 * may append: a revocation holds from the next request on.
 */
@Injectable()
export class Authenticator {
  readonly #subjects: SubjectPorts;
  readonly #failures: RateLimit;
  readonly #known = new Map<string, Authenticated>();

  constructor(
    @Inject(PORTS) { config, reader }: Ports,
    private readonly writer: StreamWriter,
  ) {
    this.#subjects = { tokens: new AccessTokens(config), writer, reader };
    this.#failures = new RateLimit(config.authFailureLimit);
  }

  /**
   * @param client whom failures are counted against
   * @throws Problem with status 401, 403, 429 or 503
   */
  async authenticate(authorization: string | undefined, client: string): Promise<Principal> {
    if (authorization === undefined) throw new Problem('UNAUTHENTICATED', { headers: challenge() });
    const known = this.#known.get(authorization);
    if (!known || known.principal.expiresAt <= Date.now()) return this.#findOut(authorization, client);
    const { revision } = await this.writer.load(access.decider, known.principal.actorId);
    return revision === known.revision ? known.principal : this.#findOut(authorization, client);
  }

  async #findOut(authorization: string, client: string): Promise<Principal> {
    this.#failures.check(client);
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) throw new Problem('UNAUTHENTICATED', { headers: challenge('invalid_request') });
    try {
      const found = await this.#authenticated(token);
      this.#remember(authorization, found);
      return found.principal;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status < 500) this.#failures.hit(client);
      throw refused(error);
    }
  }

  #authenticated(token: string): Promise<Authenticated> {
    return token.startsWith('mbk_')
      ? authenticateKey(this.writer, token)
      : authenticateSubject(this.#subjects, token);
  }

  #remember(authorization: string, found: Authenticated): void {
    const oldest = this.#known.keys().next();
    if (this.#known.size >= capacity && !oldest.done) this.#known.delete(oldest.value);
    this.#known.set(authorization, found);
  }
}
