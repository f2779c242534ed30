import { cosignNote, emptyRoot, formatSignature, verifyConsistency, verifyNote, WrongSignature } from '#tlog';
import type { Signer, Verifier } from '#tlog';
import { MalformedRequest, maxRequest, parseAddCheckpoint } from './request.ts';
import type { AddCheckpoint } from './request.ts';
import type { SignedTree, SignedTrees } from './signed-trees.ts';

/** What the one who looks at the meaning says of a checkpoint. `cannot_tell` may be asked again. */
export type Acceptance = Readonly<{ verdict: 'accepted' | 'refused' | 'cannot_tell'; reason?: string }>;

export type WitnessOptions = Readonly<{
  signer: Signer;
  /** The log that is witnessed. */
  origin: string;
  logKeys: () => readonly Verifier[];
  trees: SignedTrees;
  /** Looks at what stands in the tree, not only at its hashes. Called for one checkpoint at a time. */
  accept: (note: string, size: number) => Promise<Acceptance>;
  /** Seconds since 1970. */
  now?: () => number;
  /** Requests that may wait for their turn. */
  maxWaiting?: number;
  /** Told every request that was not answered with a cosignature for a reason that its operator should know. */
  onRefusal?: (status: number, reason: string) => void;
}>;

export type WitnessAnswer = Readonly<{
  status: 200 | 400 | 403 | 404 | 409 | 422 | 429 | 503;
  contentType: string;
  body: string;
  retryAfter?: number;
}>;

const text = 'text/plain; charset=utf-8';
const sizeType = 'text/x.tlog.size';

const answer = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({
  status,
  contentType: text,
  body: `${body}\n`,
});
const later = (status: 429 | 503, body: string): WitnessAnswer => ({
  ...answer(status, body),
  retryAfter: 1,
});

const sizeIs = (size: number): WitnessAnswer => ({ status: 409, contentType: sizeType, body: `${size}\n` });

/**
 * One party's witness of one log (C2SP tlog-witness): cosigns only what extends all that it has cosigned before, and
 * what somebody has looked into. One request at a time; what was cosigned is on the disk before it is answered.
 */
export class Witness {
  readonly #options: WitnessOptions;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(options: WitnessOptions) {
    this.#options = options;
  }

  /** The checkpoint that was cosigned last, with the cosignature. */
  get last(): SignedTree | undefined {
    const { trees, origin } = this.#options;
    return trees.last(origin);
  }

  async addCheckpoint(body: string): Promise<WitnessAnswer> {
    const answered = await this.#answer(body);
    // How far it is, it says to everybody who asks from elsewhere.
    const isRoutine = answered.status === 200 || answered.contentType === sizeType;
    if (!isRoutine) this.#options.onRefusal?.(answered.status, answered.body.trim());
    return answered;
  }

  async #answer(body: string): Promise<WitnessAnswer> {
    if (Buffer.byteLength(body) > maxRequest) return answer(400, `a request has at most ${maxRequest} bytes`);
    try {
      const request = parseAddCheckpoint(body);
      return this.#wrong(request) ?? (await this.#inTurn(() => this.#add(request)));
    } catch (error) {
      if (error instanceof MalformedRequest) return answer(400, error.message);
      throw error;
    }
  }

  /** What is wrong with the request, whatever was cosigned before. */
  #wrong({ old, note, checkpoint }: AddCheckpoint): WitnessAnswer | undefined {
    const { origin, logKeys } = this.#options;
    if (checkpoint.origin !== origin) return answer(404, `this witness knows no log ${checkpoint.origin}`);
    try {
      if (verifyNote(note, logKeys()).length === 0)
        return answer(403, 'no key of the log that this witness knows signed it');
    } catch (error) {
      if (error instanceof WrongSignature) return answer(403, error.message);
      throw error;
    }
    return old > checkpoint.size ? answer(400, 'the old size is larger than the new one') : undefined;
  }

  async #inTurn(work: () => Promise<WitnessAnswer>): Promise<WitnessAnswer> {
    if (this.#waiting >= (this.#options.maxWaiting ?? 4)) return later(429, 'others are being answered');
    this.#waiting++;
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }

  async #add(request: AddCheckpoint): Promise<WitnessAnswer> {
    const before = this.last;
    const { old, checkpoint } = request;
    if (old !== (before?.size ?? 0)) return sizeIs(before?.size ?? 0);
    const wrong = wrongTree(request, before);
    if (wrong) return wrong;
    const { verdict, reason = '' } = await this.#options.accept(request.text, checkpoint.size);
    if (verdict === 'refused') return answer(422, `it does not pass verification: ${reason}`);
    if (verdict === 'cannot_tell') return later(503, `it cannot be verified now: ${reason}`);
    return this.#cosign(request, before);
  }

  #cosign({ text: note, note: { text: signed }, checkpoint }: AddCheckpoint, before: SignedTree | undefined) {
    const { signer, trees, origin, now = () => Math.floor(Date.now() / 1000) } = this.#options;
    const line = formatSignature(cosignNote(signer, signed, now()));
    const root = checkpoint.root.toString('base64');
    const next = { size: checkpoint.size, root, note: `${note}${line}` };
    if (!trees.replace(origin, before, next)) return sizeIs(this.last?.size ?? 0);
    return { status: 200, contentType: text, body: line } as const;
  }
}

/** Two views, or no proof. Said without a size, which tells the log's operator that asking again is of no use. */
function wrongTree({ old, proof, checkpoint }: AddCheckpoint, before: SignedTree | undefined) {
  const { size, root } = checkpoint;
  if (before?.size === size && before.root !== root.toString('base64'))
    return answer(409, `this witness has cosigned another tree of ${size} entries: root ${before.root}`);
  if (size === 0 && !root.equals(emptyRoot)) return answer(422, 'an empty tree has another root');
  const oldRoot = before ? Buffer.from(before.root, 'base64') : emptyRoot;
  return verifyConsistency({ oldSize: old, oldRoot, size, root, proof })
    ? undefined
    : answer(422, `the proof does not show that ${size} entries extend the ${old} before`);
}
