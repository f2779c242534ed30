import type { FastifyRequest } from 'fastify';
import type { Ports } from '../ports.ts';
import type { Answer } from './answer.ts';
import type { GuardedRequest } from './request.ts';

/** Answers that are kept; then it begins anew. */
const capacity = 500;

/** An answer as one caller got it, good for that caller until then (milliseconds since 1970). */
type Kept = Readonly<{ answer: Answer; expiresAt: number }>;

/** The same caller asks the same. */
const questionOf = ({ method, url, headers }: FastifyRequest): string | undefined =>
  method === 'GET' && headers.authorization !== undefined ? `${headers.authorization} ${url}` : undefined;

/**
 * Answers that stay the same until something is recorded, whatever it is: who may read is recorded too. They are
 * made once for a caller and then sent before anything else is looked up.
 */
export class KeptAnswers {
  readonly #ports: Pick<Ports, 'progress' | 'store'>;
  readonly #answers = new Map<string, Kept>();
  #position = -1;

  constructor(ports: Pick<Ports, 'progress' | 'store'>) {
    this.#ports = ports;
  }

  /** The answer that this request got before, where it would get the same again. */
  find(request: FastifyRequest): Answer | undefined {
    const { progress, store } = this.#ports;
    if (progress.position !== this.#position) this.#beginAt(progress.position);
    const kept = this.#answers.get(questionOf(request) ?? '');
    if (!kept || kept.expiresAt <= Date.now()) return undefined;
    return store.placesAfter?.(this.#position).length === 0 ? kept.answer : undefined;
  }

  /** Keeps an answer that is complete up to where the read models are, and that is sent as it is. */
  keep(request: GuardedRequest, answer: Answer): void {
    const question = questionOf(request);
    const { acting } = request;
    if (!acting || question === undefined || answer.json === undefined) return;
    if (answer.headers.position !== this.#position) return;
    if (this.#answers.size >= capacity) this.#answers.clear();
    this.#answers.set(question, { answer, expiresAt: acting.expiresAt });
  }

  #beginAt(position: number): void {
    this.#answers.clear();
    this.#position = position;
  }
}
