import { challenge as domain, eventData } from '#governance';
import type { challenge, When } from '#governance';
import type { Entry } from '../entries.ts';
import type { ChallengeStep, ChallengeView, DeadlineView } from './views.ts';

export type ChallengeEntry = Entry<challenge.ChallengeEvent>;
type Of<T extends challenge.ChallengeEvent['type']> = Extract<challenge.ChallengeEvent, { type: T }>;

const eventsOf = <T extends challenge.ChallengeEvent['type']>(entries: readonly ChallengeEntry[], type: T) =>
  entries.map(({ event }) => event).filter((event): event is Of<T> => event.type === type);

function passed({ due }: challenge.Deadline, asOf: When): DeadlineView['passed'] {
  if (due.latest < asOf.earliest) return 'yes';
  return asOf.latest < due.earliest || due.precision === 'day' ? 'no' : 'unknown';
}

/** The last of each kind, in the order in which they run. */
function deadlinesOf(entries: readonly ChallengeEntry[], asOf: When): readonly DeadlineView[] {
  const computed = eventsOf(entries, 'CureDeadlineComputed').flatMap(({ deadlines }) => deadlines);
  const last = new Map(computed.map((deadline) => [deadline.kind, deadline]));
  return [...last.values()].map((deadline) => ({ ...deadline, passed: passed(deadline, asOf) }));
}

const stepOf = ({ event, findings, provenance }: ChallengeEntry): ChallengeStep => ({
  type: event.type,
  details: eventData(event),
  findings,
  provenance,
});

/** What entries that had happened by a time come to; undefined before the demand. */
export function challengeView(
  challengeId: string,
  entries: readonly ChallengeEntry[],
  asOf: When,
): ChallengeView | undefined {
  const happened = entries.filter(({ provenance }) => provenance.occurredAt.earliest <= asOf.latest);
  const [demand] = eventsOf(happened, 'CureDemandReceived');
  const received = happened.find(({ event }) => event === demand);
  if (!demand || !received) return undefined;
  const { decider } = domain;
  const { status } = happened.reduce(
    (s, { event, provenance }) => decider.evolve(s, event, provenance.occurredAt),
    decider.initialState,
  );
  const cure = eventsOf(happened, 'CureActionTaken').at(-1);
  const closed = eventsOf(happened, 'ChallengeClosed').at(-1);
  return {
    challengeId,
    ...(eventData(demand) as Omit<challenge.CureDemandReceived, 'type'>),
    revision: entries.at(-1)?.provenance.revision ?? 0,
    asOf,
    status: status as ChallengeView['status'],
    deadlines: deadlinesOf(happened, asOf),
    ...(cure && { curedByMotionId: cure.motionId }),
    ...(closed && { outcome: closed.outcome }),
    steps: happened.map(stepOf),
    provenance: received.provenance,
  };
}
