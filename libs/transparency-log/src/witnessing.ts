import { formatPolicy, formatSignature, isSatisfied, parsePolicy } from '#tlog';
import type { Policy, PolicyWitness } from '#tlog';
import { Appointments } from './appointments.ts';
import type { StoredEntry } from '#public-record';
import { Courier } from './courier.ts';
import type { Cosigned, Submission, Witness } from './witness-client.ts';

export type WitnessingOptions = Readonly<{
  /** Witnesses that the operator chose (C2SP tlog-policy, without logs). */
  policy?: string;
  /** Whether the published policy demands the witnesses of all parties; they are asked in any case. */
  demandsParties?: boolean;
  /** Milliseconds that a checkpoint waits for witnesses who answered last time; 400 by default. */
  patience?: number;
  /** Whether a checkpoint waits until the policy is satisfied, however long that takes. */
  waits?: boolean;
  /** Told of every attempt that failed, and of two views of the log. */
  onTrouble?: (witness: Witness, submission: Submission, error: unknown) => void;
}>;

/** Told of a cosignature that came after the checkpoint had been published. */
export type OnLate = (size: number, line: string) => void;

type Gathering = { submission: Submission; lines: Map<string, string>; check: () => void };

/** Asks the witnesses for their cosignatures, and says who they are. */
export class Witnessing {
  readonly #options: WitnessingOptions;
  readonly #configured: Policy;
  readonly #appointments = new Appointments();
  readonly #couriers = new Map<string, Courier>();
  #gathering: Gathering | undefined;
  #onLate: OnLate = () => undefined;
  #signal: AbortSignal = AbortSignal.abort();

  /** @throws MalformedPolicy */
  constructor(options: WitnessingOptions = {}) {
    this.#options = options;
    this.#configured = parsePolicy(options.policy ?? 'quorum none\n');
  }

  /** Begins, or begins again, until the signal is aborted. */
  start(signal: AbortSignal, onLate: OnLate): void {
    this.#signal = signal;
    this.#onLate = onLate;
    this.#couriers.clear();
  }

  /** Learns from entries of the record whom bodies appoint. */
  take(entries: readonly StoredEntry[]): void {
    for (const entry of entries) this.#appointments.take(entry);
  }

  /** Who is asked, and who has to have cosigned, as it is published. */
  get policy(): Policy {
    const { witnesses, groups, quorum } = this.#configured;
    const known = new Set(witnesses.map(({ verifier }) => verifier.vkey));
    const parties = this.#appointments.witnesses.filter(({ verifier }) => !known.has(verifier.vkey));
    const all: Policy = { logs: [], witnesses: [...witnesses, ...parties], groups, quorum };
    return this.#options.demandsParties ? demanding(all, parties) : all;
  }

  get policyText(): string {
    return formatPolicy(this.policy);
  }

  /**
   * The lines of cosignatures that come in time. Who does not answer is asked on, and what comes later is told to
   * `onLate`. undefined where it was stopped while it waited for those who have to cosign.
   */
  async gather(submission: Submission): Promise<readonly string[] | undefined> {
    const { policy } = this;
    const { patience = 400, waits = false } = this.#options;
    const couriers = this.#couriersOf(policy);
    const lines = new Map<string, string>();
    const isEnough = () => !waits || isSatisfied(policy, new Set(lines.keys()));
    const isAll = () => couriers.every((one) => lines.has(one.witness.name) || one.isAway);
    if (couriers.length > 0 || !isEnough())
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => isEnough() && resolve(), patience);
        const stop = () => resolve();
        const check = () => {
          if (!isAll() || !isEnough()) return;
          clearTimeout(timer);
          this.#signal.removeEventListener('abort', stop);
          resolve();
        };
        this.#signal.addEventListener('abort', stop);
        this.#gathering = { submission, lines, check };
        for (const courier of couriers) courier.send(submission);
        check();
      });
    this.#gathering = undefined;
    return isEnough() ? [...lines.values()] : undefined;
  }

  #couriersOf({ witnesses }: Policy): readonly Courier[] {
    return witnesses.filter(hasUrl).map((witness) => {
      const key = `${witness.name} ${witness.verifier.vkey} ${witness.url}`;
      const courier = this.#couriers.get(key) ?? this.#courier(witness);
      this.#couriers.set(key, courier);
      return courier;
    });
  }

  #courier(witness: Witness): Courier {
    return new Courier(witness, {
      signal: this.#signal,
      onCosigned: (_witness, submission, cosigned) => this.#cosigned(witness, submission, cosigned),
      onTrouble: (_witness, submission, error) => {
        this.#options.onTrouble?.(witness, submission, error);
        // The courier counts the failure first; then nobody waits for it.
        this.#gathering?.check();
      },
    });
  }

  #cosigned({ name }: Witness, submission: Submission, { signature }: Cosigned): void {
    const line = formatSignature(signature);
    if (this.#gathering?.submission !== submission) return this.#onLate(submission.size, line);
    this.#gathering.lines.set(name, line);
    this.#gathering.check();
  }
}

const hasUrl = (witness: PolicyWitness): witness is Witness => witness.url !== undefined;

const partiesGroup = 'parties';
const everybodyGroup = 'operator-and-parties';

/** The policy, and besides it all parties. */
function demanding(policy: Policy, parties: readonly PolicyWitness[]): Policy {
  if (parties.length === 0) return policy;
  const { quorum } = policy;
  const members = parties.map(({ name }) => name);
  const all = { name: partiesGroup, threshold: members.length, members };
  if (quorum === 'none') return { ...policy, groups: [...policy.groups, all], quorum: partiesGroup };
  const both = { name: everybodyGroup, threshold: 2, members: [quorum, partiesGroup] };
  return { ...policy, groups: [...policy.groups, all, both], quorum: everybodyGroup };
}
