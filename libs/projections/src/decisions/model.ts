import type { Database } from 'better-sqlite3';
import type { body, motion, Recorded } from '#governance';
import { batchedDocuments } from '../batched.ts';
import { on } from '../runtime/index.ts';
import type { BeforeCommit, Handlers, ReadModel } from '../runtime/index.ts';
import { decisionIdOf } from './decision-id.ts';
import { voidedBy, withCorrection, withReportCorrection, withRestatement } from './corrections.ts';
import { decisionOf, unknownBody, unknownMotion, unknownVote } from './document.ts';
import type { Decision, Known, KnownBody, KnownMotion, KnownVote } from './document.ts';
import { calendarDecision, consensusDecision, consentDecision, electionDecision } from './other-manners.ts';
import { bodyAfter, motionAfter, motionOf, motionWithFindings, voteAfter } from './known.ts';
import type { ToldOfMotion } from './known.ts';
import { register } from './register.ts';
import { knownTables, tables } from './tables.ts';

type OfVote = Recorded<
  Extract<motion.MotionEvent, { voteEventId: string } | { roundId: string } | { ballotingId: string }>
>;
function voteIdOf({ streamId, event }: OfVote): string {
  if ('roundId' in event) return decisionIdOf(streamId, event.roundId);
  return decisionIdOf(streamId, 'ballotingId' in event ? event.ballotingId : event.voteEventId);
}

/** What is known, and what it comes to. */
function archive(db: Database, beforeCommit: BeforeCommit) {
  return {
    bodies: batchedDocuments<KnownBody>(db, beforeCommit, knownTables.bodies),
    motions: batchedDocuments<KnownMotion>(db, beforeCommit, knownTables.motions),
    votes: batchedDocuments<KnownVote>(db, beforeCommit, knownTables.votes),
    decisions: register(db),
  };
}
type Archive = ReturnType<typeof archive>;

function decidedMotion({ decisions }: Archive, motionId: string): KnownMotion | undefined {
  const decision = decisions.lastOf(motionId);
  return decision && motionOf(decision);
}

const motionIn = (known: Archive, motionId: string): KnownMotion | undefined =>
  known.motions.get(motionId) ?? decidedMotion(known, motionId);

function motionAndBody(known: Archive, recorded: Recorded): Omit<Known, 'vote'> {
  const motion = motionIn(known, recorded.streamId) ?? unknownMotion;
  const body = (motion.bodyId === undefined ? undefined : known.bodies.get(motion.bodyId)) ?? unknownBody;
  return { body, motion };
}

const knownOf = (known: Archive, recorded: OfVote): Known => ({
  ...motionAndBody(known, recorded),
  vote: known.votes.get(voteIdOf(recorded)) ?? unknownVote,
});

/** Findings that come after a vote was closed belong to its decision, too. */
function find(known: Archive, recorded: Recorded): void {
  const { streamId } = recorded;
  const motion = motionWithFindings(motionIn(known, streamId), recorded);
  known.motions.put(streamId, motion);
  known.decisions.setFindings(streamId, recorded, motion.findings);
}

function telling(known: Archive): Handlers {
  const { bodies, motions, votes } = known;
  const ofBody = (recorded: Recorded<body.BodyEstablished | body.ConstituencyDefined>): void =>
    bodies.put(recorded.streamId, bodyAfter(bodies.get(recorded.streamId), recorded));
  const ofMotion = (recorded: Recorded<ToldOfMotion>): void =>
    motions.put(recorded.streamId, motionAfter(motionIn(known, recorded.streamId), recorded));
  return {
    BodyEstablished: ofBody,
    ConstituencyDefined: ofBody,
    MotionDrafted: (recorded) => {
      const drafted = motionAfter(undefined, recorded);
      motions.add(recorded.streamId, motionWithFindings(drafted, recorded));
    },
    MotionTextRevised: ofMotion,
    MotionMoved: ofMotion,
    MotionSeconded: ofMotion,
    VoteOpened: (recorded) => votes.add(voteIdOf(recorded), voteAfter(undefined, recorded)),
    ConsensusCalled: (recorded) => votes.add(voteIdOf(recorded), voteAfter(undefined, recorded)),
    ElectionRoundOpened: (recorded) => votes.add(voteIdOf(recorded), voteAfter(undefined, recorded)),
    ConsensusPositionRecorded: (recorded) => {
      if (recorded.event.advisory)
        votes.put(voteIdOf(recorded), voteAfter(votes.get(voteIdOf(recorded)), recorded));
    },
    VoteTellersReported: (recorded) =>
      votes.put(voteIdOf(recorded), voteAfter(votes.get(voteIdOf(recorded)), recorded)),
    AdvisoryBallotRecorded: (recorded) =>
      votes.put(voteIdOf(recorded), voteAfter(votes.get(voteIdOf(recorded)), recorded)),
  };
}

function closing(known: Archive): Handlers {
  const { decisions, motions, votes } = known;
  return {
    VoteClosed: (recorded) => {
      decisions.add(decisionOf(recorded, knownOf(known, recorded)), recorded);
      votes.remove(voteIdOf(recorded));
      motions.remove(recorded.streamId);
    },
    VoteAborted: (recorded) => votes.remove(voteIdOf(recorded)),
  };
}

/** What was closed is corrected beside the record of its closing, or loses its effect. */
function correcting({ decisions }: Archive): Handlers {
  return {
    VoteRecordCorrected: (recorded) =>
      decisions.change(voteIdOf(recorded), recorded, (decision) => withCorrection(decision, recorded)),
    VoteTellersReportCorrected: (recorded) =>
      decisions.change(voteIdOf(recorded), recorded, (decision) => withReportCorrection(decision, recorded)),
    TallyRestated: (recorded) =>
      decisions.change(voteIdOf(recorded), recorded, (decision) => withRestatement(decision, recorded)),
    MotionVoided: (recorded) => {
      const adopted = decisions.lastAdopted(recorded.streamId);
      if (adopted !== undefined)
        decisions.change(adopted, recorded, (decision) => voidedBy(decision, recorded));
    },
  };
}

/** Decisions that are no vote on a question. */
function decidingOtherwise(known: Archive): Handlers {
  const { decisions, motions, votes } = known;
  const decide = (recorded: Recorded, decision: Decision): void => {
    decisions.add(decision, recorded);
    motions.remove(recorded.streamId);
  };
  const endRound = (recorded: OfVote): void => votes.remove(voteIdOf(recorded));
  return {
    ConsensusReached: (recorded) => {
      decide(recorded, consensusDecision(recorded, knownOf(known, recorded)));
      endRound(recorded);
    },
    ConsensusFailed: (recorded) => {
      if (recorded.event.next.length === 0)
        decide(recorded, consensusDecision(recorded, knownOf(known, recorded)));
      endRound(recorded);
    },
    ConsensusAborted: endRound,
    UnanimousConsentDeclared: (recorded) =>
      decide(recorded, consentDecision(recorded, motionAndBody(known, recorded))),
    ConsentCalendarApplied: (recorded) =>
      decide(recorded, calendarDecision(recorded, { ...motionAndBody(known, recorded), vote: unknownVote })),
    ElectionRoundClosed: (recorded) => {
      if (recorded.event.trace.electedId !== undefined)
        decide(recorded, electionDecision(recorded, knownOf(known, recorded)));
      endRound(recorded);
    },
    ElectionRoundAborted: endRound,
    ElectionDecided: (recorded) => {
      const { type: _type, decidedBy, ...election } = recorded.event;
      const decisionId = decisionIdOf(recorded.streamId, decidedBy);
      decisions.change(decisionId, recorded, ({ summary, document }) => ({
        summary,
        document: { ...document, election },
      }));
    },
  };
}

/** The decision register: one document for each closed vote, and each decision of another manner, finished when it is closed. */
export const decisionsModel: ReadModel = {
  name: 'decisions',
  version: 5,
  tables,
  project: (db, beforeCommit) => {
    const known = archive(db, beforeCommit);
    const tell = on({
      ...telling(known),
      ...closing(known),
      ...correcting(known),
      ...decidingOtherwise(known),
    });
    return (recorded) => {
      if (recorded.category === 'motion' && recorded.envelope.findings) find(known, recorded);
      tell(recorded);
    };
  },
};
