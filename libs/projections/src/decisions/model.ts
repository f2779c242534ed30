import type { body, motion, Recorded } from '#governance';
import { batchedDocuments } from '../batched.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';
import { decisionIdOf } from './decision-id.ts';
import { decisionOf, unknownBody, unknownMotion, unknownVote } from './document.ts';
import type { Known, KnownBody, KnownMotion, KnownVote } from './document.ts';
import { bodyAfter, motionAfter, motionWithFindings, voteAfter } from './known.ts';
import type { ToldOfMotion } from './known.ts';
import { register } from './register.ts';
import { knownTables, tables } from './tables.ts';

type OfVote = Recorded<Extract<motion.MotionEvent, { voteEventId: string }>>;
const voteIdOf = ({ streamId, event }: OfVote): string => decisionIdOf(streamId, event.voteEventId);

/** The decision register: one document for each closed vote, finished when the vote is closed. */
export const decisionsModel: ReadModel = {
  name: 'decisions',
  version: 1,
  tables,
  project: (db, beforeCommit) => {
    const bodies = batchedDocuments<KnownBody>(db, beforeCommit, knownTables.bodies);
    const motions = batchedDocuments<KnownMotion>(db, beforeCommit, knownTables.motions);
    const votes = batchedDocuments<KnownVote>(db, beforeCommit, knownTables.votes);
    const decisions = register(db);

    const tellBody = (recorded: Recorded<body.BodyEstablished | body.ConstituencyDefined>): void =>
      bodies.put(recorded.streamId, bodyAfter(bodies.get(recorded.streamId), recorded));
    const tellMotion = (recorded: Recorded<ToldOfMotion>): void =>
      motions.put(recorded.streamId, motionAfter(motions.get(recorded.streamId), recorded));
    const tellVote = (recorded: Recorded<motion.VoteOpened | motion.AdvisoryBallotRecorded>): void =>
      votes.put(voteIdOf(recorded), voteAfter(votes.get(voteIdOf(recorded)), recorded));
    const find = (recorded: Recorded): void => {
      const known = motionWithFindings(motions.get(recorded.streamId), recorded);
      motions.put(recorded.streamId, known);
      decisions.setFindings(recorded.streamId, known.findings);
    };
    const knownOf = (recorded: Recorded<motion.VoteClosed>): Known => {
      const motion = motions.get(recorded.streamId) ?? unknownMotion;
      const body = (motion.bodyId === undefined ? undefined : bodies.get(motion.bodyId)) ?? unknownBody;
      return { body, motion, vote: votes.get(voteIdOf(recorded)) ?? unknownVote };
    };
    const tell = on({
      BodyEstablished: tellBody,
      ConstituencyDefined: tellBody,
      MotionDrafted: tellMotion,
      MotionTextRevised: tellMotion,
      MotionMoved: tellMotion,
      MotionSeconded: tellMotion,
      VoteOpened: tellVote,
      AdvisoryBallotRecorded: tellVote,
      VoteClosed: (recorded) => {
        decisions.add(decisionOf(recorded, knownOf(recorded)));
        votes.remove(voteIdOf(recorded));
      },
      VoteAborted: (recorded) => votes.remove(voteIdOf(recorded)),
    });
    return (recorded) => {
      if (recorded.category === 'motion' && recorded.envelope.findings) find(recorded);
      tell(recorded);
    };
  },
};
