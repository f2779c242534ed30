import { verifierIn } from './appointments.ts';
import type { Coverage } from './coverage.ts';

/** The witness of a party, as the record of a body tells of it. */
export type PartyWitness = Readonly<{
  organizationId: string;
  vkey: string;
  /** It is asked no more; what it cosigned stays good. */
  dismissed?: object;
  /** Each time that it was late, until it had cosigned after all. */
  late?: readonly Readonly<{ publishedAt: string; caughtUp?: object }>[];
}>;

export type PartyCosignature = Readonly<{
  organizationId: string;
  /** When its witness first saw the entry in the log, by the witness's own clock; absent while it has not. */
  at?: string;
  /** It has not, and is late (finding `COSIGNATURE_LATE`): with a checkpoint that was published then. */
  lateSince?: string;
}>;

/** Whether the parties to a body have countersigned an entry of the log. */
export type Countersigning = Readonly<{
  /** Of the entry, from 0. */
  index: number;
  /** Those whose witnesses are asked, in the order of their appointments. */
  parties: readonly PartyCosignature[];
  /** All of them have, the last of them then. */
  at?: string;
}>;

type Covering = Pick<Coverage, 'cosigned'>;

function ofParty(coverage: Covering, index: number, witnesses: readonly PartyWitness[]) {
  const times = witnesses
    .flatMap(({ vkey }) => verifierIn(vkey) ?? [])
    .flatMap((verifier) => coverage.cosigned(verifier, index + 1)?.at ?? [])
    .toSorted();
  const [at] = times;
  if (at !== undefined) return { at };
  const asked = witnesses.filter(({ dismissed }) => !dismissed);
  const late = asked.flatMap(({ late: all = [] }) => all.filter(({ caughtUp }) => !caughtUp));
  return late[0] ? { lateSince: late[0].publishedAt } : {};
}

/** undefined where no party has a witness. A party that replaced its witness is vouched for by what both saw. */
export function countersigningOf(
  coverage: Covering,
  index: number,
  witnesses: readonly PartyWitness[],
): Countersigning | undefined {
  const asked = witnesses.filter(({ dismissed }) => !dismissed);
  const organizations = [...new Set(asked.map(({ organizationId }) => organizationId))];
  if (organizations.length === 0) return undefined;
  const parties = organizations.map((organizationId): PartyCosignature => ({
    organizationId,
    ...ofParty(
      coverage,
      index,
      witnesses.filter((one) => one.organizationId === organizationId),
    ),
  }));
  const times = parties.flatMap(({ at }) => at ?? []).toSorted();
  const last = times.at(-1);
  return { index, parties, ...(times.length === parties.length && last !== undefined && { at: last }) };
}
