import { rulesId } from '#recording';
import { checkIds, checks } from './checks.ts';
import type { CheckId } from './checks.ts';

/** Where in the record: as much of it as is known. */
export type Place = Readonly<{
  /** Of the log, from 0. */
  index?: number;
  /** Of the resource, below the log's prefix. */
  path?: string;
  /** In the ledger. */
  position?: number;
  stream?: string;
  revision?: number;
  type?: string;
}>;

/** What is wrong, or cannot be told, and where. */
export type Remark = Readonly<{
  check: CheckId;
  /** For programs. */
  code: string;
  message: string;
  place: Place;
  /** JSON Pointer (RFC 6901) into the event's data, or into the entry, of the field that differs. */
  field?: string;
  expected?: unknown;
  found?: unknown;
}>;

/** One check over the whole record: how often it was made, and how it came out. */
export type CheckResult = Readonly<{
  id: CheckId;
  what: string;
  outcome: 'passed' | 'failed' | 'cannot_tell' | 'not_made';
  made: number;
  failed: number;
  cannotTell: number;
}>;

export type Verdict = 'verified' | 'not_verified' | 'cannot_tell';

/** Events that name no rules are judged by those of the verifier, as all are. */
export type JudgedBy = Readonly<{
  verifier: string;
  unnamed: number;
  /** By the rules that they name. */
  others: Readonly<Record<string, number>>;
}>;

export type Cosignature = Readonly<{ witness: string; at: string }>;

/** What a verification found; `failures` and `cannotTell` list everything up to `listed` of each. */
export type Report = Readonly<{
  verdict: Verdict;
  /** The log that was verified, by its key's name; absent where no checkpoint could be read. */
  origin?: string;
  size?: number;
  /** Base64. */
  root?: string;
  /** Who of the policy's witnesses cosigned the checkpoint, and when, by their own clocks. */
  cosignatures: readonly Cosignature[];
  /** By which rulebook events were decided again, and how many of them name none, or another one. */
  rules: JudgedBy;
  checks: readonly CheckResult[];
  failures: readonly Remark[];
  cannotTell: readonly Remark[];
  /** Remarks that are counted and not listed. */
  notListed: number;
}>;

type Tally = { made: number; failed: number; cannotTell: number };

/** A remark, and the entry of the log at which it was made. */
type Noted = Readonly<{ at: number; remark: Remark }>;

/** What a collector is made of: plain data, so that a run can be stored and gone on with. */
export type Collected = Readonly<{
  tallies: ReadonlyMap<CheckId, Tally>;
  failures: readonly Noted[];
  doubts: readonly Noted[];
  notListed: number;
  blocked: boolean;
  /** Events by the rules that they name, where those are not the verifier's; those that name none under ''. */
  rules: ReadonlyMap<string, number>;
}>;

/** Remarks of each kind that are listed; the rest is counted. */
const listed = 10_000;

/** What several found, in the order of the log; of one entry, in their order. */
export function inOrder(several: readonly Collected[]): Collected {
  const merged = new Findings();
  const ordered = (of: (one: Collected) => readonly Noted[]) =>
    several.flatMap(of).sort((a, b) => a.at - b.at);
  for (const one of several) merged.add({ ...one, failures: [], doubts: [] });
  return {
    ...merged.collected(),
    failures: ordered(({ failures }) => failures),
    doubts: ordered(({ doubts }) => doubts),
  };
}

/** Collects what the checks find. */
export class Findings {
  /** The entry that is being checked: remarks of several collectors are told in the order of the log. */
  at = 0;
  readonly #tallies = new Map<CheckId, Tally>();
  readonly #failures: Noted[] = [];
  readonly #doubts: Noted[] = [];
  #notListed = 0;
  #blocked = false;
  readonly #rules = new Map<string, number>();
  #cosignatures: readonly Cosignature[] = [];

  static from(collected: Collected): Findings {
    const findings = new Findings();
    findings.add(collected);
    return findings;
  }

  collected(): Collected {
    const tallies = new Map([...this.#tallies].map(([id, tally]) => [id, { ...tally }]));
    const [failures, doubts] = [[...this.#failures], [...this.#doubts]];
    const rules = new Map(this.#rules);
    return { tallies, failures, doubts, notListed: this.#notListed, blocked: this.#blocked, rules };
  }

  /** What others found, beside this. */
  add({ tallies, failures, doubts, notListed, blocked, rules }: Collected): void {
    for (const [id, { made, failed, cannotTell }] of tallies) {
      const tally = this.#of(id);
      tally.made += made;
      tally.failed += failed;
      tally.cannotTell += cannotTell;
    }
    for (const one of failures) this.#list(this.#failures, one);
    for (const one of doubts) this.#list(this.#doubts, one);
    this.#notListed += notListed;
    this.#blocked ||= blocked;
    for (const [named, count] of rules) this.judgedBy(named, count);
  }

  /** A check was made, however it came out. */
  made(check: CheckId, times = 1): void {
    this.#of(check).made += times;
  }

  fail(remark: Remark): void {
    this.#of(remark.check).failed++;
    this.#list(this.#failures, { at: this.at, remark });
  }

  /** Something that is hidden keeps the check from being made; the record is verified as far as it can be seen. */
  doubt(remark: Remark): void {
    this.#of(remark.check).cannotTell++;
    this.#list(this.#doubts, { at: this.at, remark });
  }

  /** Something keeps the record from being verified that says nothing against it: a version that is not known. */
  block(remark: Remark): void {
    this.doubt(remark);
    this.#blocked = true;
  }

  /** So many events name other rules than the verifier's, or none (''). */
  judgedBy(rules: string, count = 1): void {
    this.#rules.set(rules, (this.#rules.get(rules) ?? 0) + count);
  }

  /** These witnesses cosigned the checkpoint. */
  cosigned(cosignatures: readonly Cosignature[]): void {
    this.#cosignatures = cosignatures;
  }

  get verdict(): Verdict {
    if ([...this.#tallies.values()].some(({ failed }) => failed > 0)) return 'not_verified';
    return this.#blocked ? 'cannot_tell' : 'verified';
  }

  report(of: Pick<Report, 'origin' | 'size' | 'root'>): Report {
    return {
      verdict: this.verdict,
      ...of,
      cosignatures: this.#cosignatures,
      rules: this.#judged(),
      checks: checkIds.map((id) => this.#result(id)),
      failures: this.#failures.map(({ remark }) => remark),
      cannotTell: this.#doubts.map(({ remark }) => remark),
      notListed: this.#notListed,
    };
  }

  #judged(): JudgedBy {
    const { '': unnamed = 0, ...others } = Object.fromEntries(this.#rules) as Record<string, number>;
    return { verifier: rulesId, unnamed, others };
  }

  #result(id: CheckId): CheckResult {
    const { made, failed, cannotTell } = this.#tallies.get(id) ?? { made: 0, failed: 0, cannotTell: 0 };
    const open = cannotTell > 0 ? 'cannot_tell' : made > 0 ? 'passed' : 'not_made';
    return { id, what: checks[id], outcome: failed > 0 ? 'failed' : open, made, failed, cannotTell };
  }

  #of(check: CheckId): Tally {
    const known = this.#tallies.get(check);
    if (known) return known;
    const tally = { made: 0, failed: 0, cannotTell: 0 };
    this.#tallies.set(check, tally);
    return tally;
  }

  #list(list: Noted[], noted: Noted): void {
    if (list.length < listed) list.push(noted);
    else this.#notListed++;
  }
}
