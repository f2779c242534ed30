import { consistencyProof, formatNote, parseNote, parseSignature, verifyNote } from '#tlog';
import type { NoteSignature, ReadSubtree, Verifier } from '#tlog';

/** A witness and where it is asked. */
export type Witness = Readonly<{ name: string; verifier: Verifier; url: string }>;

/** What a witness is asked to cosign. */
export type Submission = Readonly<{
  size: number;
  /** With the log's own signatures only: witnesses take small bodies, and need no more. */
  note: string;
  /** The tree as it is at that size. */
  subtrees: ReadSubtree;
}>;

export type Cosigned = Readonly<{
  signature: NoteSignature;
  /** By the witness's clock: seconds since 1970. */
  time: number;
}>;

/** The witness did not cosign this time. It may later. */
export class NotCosigned extends Error {
  /** Milliseconds that it asked to be left alone. */
  readonly retryAfter: number;

  constructor(why: string, retryAfter = 0, options?: ErrorOptions) {
    super(why, options);
    this.name = 'NotCosigned';
    this.retryAfter = retryAfter;
  }
}

/** The witness has seen another tree under our key: there are two views of the log. Nobody asks again by himself. */
export class TwoViews extends Error {
  constructor(what: string) {
    super(
      `the witness knows another view of this log: ${what}. Find out who signs with its key before anything else`,
    );
    this.name = 'TwoViews';
  }
}

/** Milliseconds for one answer. */
const timeout = 10_000;
/** Bytes of an answer that are read. */
const maxAnswer = 64 * 1024;
/** Characters of it that are told. */
const maxTold = 500;
/** A witness that keeps changing its mind about its size is asked no more. */
const maxRounds = 4;

const sizeType = 'text/x.tlog.size';

async function post(url: string, body: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(`${url}/add-checkpoint`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      // Where a witness is, its body has said; nobody is led elsewhere.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
  } catch (error) {
    const { cause } = error as Error;
    throw new NotCosigned(
      `it cannot be reached: ${((cause as Error | undefined) ?? (error as Error)).message}`,
      0,
      {
        cause: error,
      },
    );
  }
}

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array;
    if ((size += bytes.length) > maxAnswer) throw new NotCosigned('its answer is too long');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString();
}

/** @throws NotCosigned where none of the lines is a signature of this key on this text */
function cosignatureIn(lines: string, text: string, verifier: Verifier): Cosigned {
  try {
    const signatures = lines.trimEnd().split('\n').map(parseSignature);
    const [verified] = verifyNote({ text, signatures }, [verifier]);
    const signature = signatures.find(
      ({ keyId, name }) => name === verifier.name && keyId.equals(verifier.keyId),
    );
    if (verified?.time === undefined || !signature) throw new Error('it has no signature of its key');
    return { signature, time: verified.time };
  } catch (error) {
    throw new NotCosigned(`its answer is no cosignature: ${(error as Error).message}`, 0, { cause: error });
  }
}

/** The size that it has, where it says so. @throws TwoViews where it does not */
function sizeIn(answer: Response, text: string): number {
  const isSize = (answer.headers.get('content-type') ?? '').startsWith(sizeType);
  const [, digits] = /^(0|[1-9]\d{0,15})\n?$/.exec(text) ?? [];
  if (!isSize || digits === undefined)
    throw new TwoViews(`409 without a size (${text.trim().slice(0, maxTold)})`);
  return Number(digits);
}

const pauseOf = (answer: Response): number =>
  Math.min(3600, Number(answer.headers.get('retry-after')) || 0) * 1000;

/** Asks one witness, and remembers what it has seen (C2SP tlog-witness, `add-checkpoint`). */
export class WitnessClient {
  readonly witness: Witness;
  #known: number;

  /** @param known the size that it cosigned last, as far as is known; it says so itself where that is wrong */
  constructor(witness: Witness, known = 0) {
    this.witness = witness;
    this.#known = known;
  }

  /**
   * @throws NotCosigned where it cannot be reached or refuses
   * @throws TwoViews where it knows another tree
   */
  async cosign(submission: Submission, signal: AbortSignal): Promise<Cosigned> {
    for (let round = 0; round < maxRounds; round++) {
      const answer = await this.#ask(submission, signal);
      const text = await textOf(answer);
      if (answer.status === 200) {
        const cosigned = cosignatureIn(text, parseNote(submission.note).text, this.witness.verifier);
        this.#known = submission.size;
        return cosigned;
      }
      if (answer.status !== 409)
        throw new NotCosigned(
          `it answers ${answer.status}: ${text.trim().slice(0, maxTold)}`,
          pauseOf(answer),
        );
      this.#known = sizeIn(answer, text);
      if (this.#known > submission.size)
        throw new NotCosigned(`it has seen ${this.#known} entries, more than the ${submission.size} here`);
    }
    throw new NotCosigned('it says another size each time');
  }

  async #ask({ size, note, subtrees }: Submission, signal: AbortSignal): Promise<Response> {
    const old = Math.min(this.#known, size);
    const proof = await consistencyProof(old, size, subtrees);
    const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), ''].join('\n');
    return post(this.witness.url.replace(/\/$/, ''), `${lines}\n${note}`, signal);
  }
}

/** A note with nothing but the signatures of its log. */
export function ownSignatures(note: string, origin: string): string {
  const { text, signatures } = parseNote(note);
  return formatNote({ text, signatures: signatures.filter(({ name }) => name === origin) });
}
