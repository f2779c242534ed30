import type { ClauseRef, DomainEvent, motion, tally } from '#governance';

/** What the timeline keeps of the two large events of a vote: the rest stands in the decision. */
export type VoteOpenedInTimeline = Omit<motion.VoteOpened, 'eligibility' | 'rule'> &
  Readonly<{ ruleId: string; clauseRef?: ClauseRef }>;
export type VoteClosedInTimeline = Omit<motion.VoteClosed, 'rollCall' | 'tally'> &
  Pick<tally.Tally, 'counts' | 'result' | 'reason'>;

export type TallyRestatedInTimeline = Omit<motion.TallyRestated, 'tally'> &
  Pick<tally.Tally, 'counts' | 'result' | 'reason'>;

type Pinning = motion.ConsensusCalled | motion.UnanimousConsentDeclared | motion.ElectionRoundOpened;
type Slim<E> = E extends Pinning
  ? Omit<E, 'eligibility' | 'rule'> & Readonly<{ ruleId: string; clauseRef?: ClauseRef }>
  : never;
/** Other openings, as slim as that of a vote. */
export type PinnedInTimeline = Slim<Pinning>;

export type TimelineEvent =
  | Exclude<motion.MotionEvent, motion.VoteOpened | motion.VoteClosed | motion.TallyRestated | Pinning>
  | VoteOpenedInTimeline
  | VoteClosedInTimeline
  | TallyRestatedInTimeline
  | PinnedInTimeline;

function openedInTimeline(event: motion.VoteOpened): VoteOpenedInTimeline {
  const { eligibility: _eligibility, rule, ...rest } = event;
  return { ...rest, ruleId: rule.ruleId, ...(rule.clauseRef && { clauseRef: rule.clauseRef }) };
}

function closedInTimeline(event: motion.VoteClosed): VoteClosedInTimeline {
  const { rollCall: _rollCall, tally, ...rest } = event;
  const { counts, result, reason } = tally;
  return { ...rest, counts, result, ...(reason !== undefined && { reason }) };
}

function restatedInTimeline({ tally, ...rest }: motion.TallyRestated): TallyRestatedInTimeline {
  const { counts, result, reason } = tally;
  return { ...rest, counts, result, ...(reason !== undefined && { reason }) };
}

function pinnedInTimeline(event: Pinning): PinnedInTimeline {
  const { eligibility: _eligibility, rule, ...rest } = event;
  return { ...rest, ruleId: rule.ruleId, ...(rule.clauseRef && { clauseRef: rule.clauseRef }) };
}

const pins = (event: DomainEvent): event is Pinning =>
  event.type === 'ConsensusCalled' ||
  event.type === 'UnanimousConsentDeclared' ||
  event.type === 'ElectionRoundOpened';

/** The event as the timeline keeps it. */
export function inTimeline(
  event: DomainEvent,
): DomainEvent | VoteOpenedInTimeline | VoteClosedInTimeline | TallyRestatedInTimeline | PinnedInTimeline {
  if (event.type === 'VoteOpened') return openedInTimeline(event);
  if (event.type === 'VoteClosed') return closedInTimeline(event);
  if (pins(event)) return pinnedInTimeline(event);
  if (event.type === 'TallyRestated') return restatedInTimeline(event);
  return event;
}
