import { canonicalJson, decodePublicEntry, openCommitment } from '#public-record';
import type { CommitmentEntry, Disclosure, EventEntry } from '#public-record';
import type { meeting } from '#governance';
import { provenEntry, vouched } from '../log/proven-entry.ts';
import type { Trust } from '../log/trust.ts';
import type { Verdict } from '../report/report.ts';

/** Why a disclosure proves nothing. */
export type DisclosureProblem = Readonly<{
  code: 'NOT_A_DISCLOSURE' | 'PROOF_WRONG' | 'NOT_A_COMMITMENT' | 'OTHER_EVENT';
  message: string;
}>;

/** What a disclosure comes to, by the keys and witnesses that the reader trusts. */
export type DisclosureCheck = Readonly<{
  verdict: Exclude<Verdict, 'cannot_tell'>;
  origin?: string;
  index?: number;
  /** The event that was hidden. */
  event?: EventEntry;
  /** The first of the reader's witnesses who saw the commitment in the log. */
  held?: meeting.Vouched;
  problem?: DisclosureProblem;
}>;

const failed = (code: DisclosureProblem['code'], message: string): DisclosureCheck => ({
  verdict: 'not_verified',
  problem: { code, message },
});

const texts = ['entry', 'event', 'salt', 'proof'] as const;

function parsed(text: string): Disclosure | undefined {
  try {
    const document = JSON.parse(text) as Partial<Disclosure> | null;
    return texts.every((name) => typeof document?.[name] === 'string') ? (document as Disclosure) : undefined;
  } catch {
    return undefined;
  }
}

/** The event that makes the commitment; undefined where this one does not. */
function opened(commitment: CommitmentEntry, { event: text, salt }: Disclosure): EventEntry | undefined {
  const event = decodePublicEntry(text);
  if (event.kind !== 'event' || canonicalJson(event) !== text) return undefined;
  const isOfPlace = event.position === commitment.position && event.recordedAt === commitment.recordedAt;
  return isOfPlace && /^[0-9a-f]{64}$/.test(salt) && openCommitment(commitment, event, salt)
    ? event
    : undefined;
}

const otherEvent = () =>
  failed(
    'OTHER_EVENT',
    'the event and the salt do not make the commitment: something else was recorded then',
  );

function openedIn(disclosure: Disclosure, { index, checkpoint }: ReturnType<typeof provenEntry>) {
  const commitment = decodePublicEntry(disclosure.entry);
  if (commitment.kind !== 'commitment')
    return failed('NOT_A_COMMITMENT', 'the entry of the log is a public event, which needs no disclosure');
  const event = opened(commitment, disclosure);
  if (!event) return otherEvent();
  const held = vouched(checkpoint, 'first');
  return { verdict: 'verified', origin: checkpoint.origin, index, event, ...(held && { held }) } as const;
}

/**
 * Checks without a network that an event which was hidden is the one to which the log has been committed since then:
 * that the commitment is in the log that the reader trusts, and that event and salt make it.
 */
export function checkDisclosure(text: string, trust: Trust): DisclosureCheck {
  const disclosure = parsed(text);
  if (!disclosure) return failed('NOT_A_DISCLOSURE', 'this is no document of a disclosure');
  let proven: ReturnType<typeof provenEntry>;
  try {
    proven = provenEntry(disclosure.entry, disclosure.proof, trust);
  } catch (error) {
    return failed('PROOF_WRONG', (error as Error).message);
  }
  try {
    return openedIn(disclosure, proven);
  } catch {
    return otherEvent();
  }
}
