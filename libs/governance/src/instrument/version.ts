import type { When } from '../kernel/when.ts';
import type { Text } from './amend.ts';
import type { DecidedBy, Disclosure } from './events.ts';

/** What is on record of the adoption of a version. */
export type Adoption = DecidedBy &
  Readonly<{
    at: When;
    requiredParties: readonly string[];
    effectiveFrom?: When | undefined;
    separate: boolean;
    disclosure?: Disclosure | undefined;
  }>;

/** The answers of the parties, by organization. */
export type Answers = ReadonlyMap<string, Readonly<{ answer: 'ratified' | 'rejected'; at: When }>>;

export type Version = Readonly<{
  versionId: string;
  label?: string | undefined;
  baseVersion?: string | undefined;
  proposedAt?: When;
  /** False: the ledger does not know what it says. */
  textHeld: boolean;
  fullTextSha256?: string | undefined;
  /** The consolidated text; empty where it is not held. */
  text: Text;
  adoption?: Adoption;
  answers: Answers;
  /** A time before which it does not come into force, where that was put off. */
  notBefore?: When;
  /** Since when it is, or will be, in force. */
  inForceFrom?: When;
  /** The end of its term. */
  until?: When | undefined;
  expiredAt?: When;
}>;

/** Parties that must ratify and have not. */
export const outstanding = ({ adoption, answers }: Version): readonly string[] =>
  (adoption?.requiredParties ?? []).filter((id) => answers.get(id)?.answer !== 'ratified');

/** Parties that must ratify and will not: the version never comes into force. */
export const rejectedBy = ({ adoption, answers }: Version): readonly string[] =>
  (adoption?.requiredParties ?? []).filter((id) => answers.get(id)?.answer === 'rejected');

const later = (a: When, b: When): When => ({
  ...(a.earliest < b.earliest ? b : a),
  earliest: a.earliest < b.earliest ? b.earliest : a.earliest,
  latest: a.latest < b.latest ? b.latest : a.latest,
});

/**
 * When a version could come into force at the earliest: it is adopted, and the last party that has to has
 * ratified it (meeting rule SP-14). The bounds are those of the latest of these times, whichever it is.
 */
export function completeAt({ adoption, answers }: Version): When | undefined {
  if (!adoption) return undefined;
  const ratified = adoption.requiredParties.flatMap((id) => {
    const one = answers.get(id);
    return one?.answer === 'ratified' ? [one.at] : [];
  });
  return ratified.reduce(later, adoption.at);
}
