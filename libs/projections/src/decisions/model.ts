import type { motion, Recorded } from '#governance';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';
import { decisionOf } from './document.ts';
import { knownBodies } from './known-bodies.ts';
import { knownMotions } from './known-motions.ts';
import { openVotes } from './open-votes.ts';
import { register } from './register.ts';
import { tables } from './tables.ts';

/** The decision register: one document for each closed vote, finished when the vote is closed. */
export const decisionsModel: ReadModel = {
  name: 'decisions',
  version: 1,
  tables,
  project: (db) => {
    const [bodies, motions, votes, decisions] = [
      knownBodies(db),
      knownMotions(db),
      openVotes(db),
      register(db),
    ];
    const close = (recorded: Recorded<motion.VoteClosed>): void => {
      const known = motions.read(recorded.streamId);
      const body = bodies.read(known.bodyId);
      decisions.add(decisionOf(recorded, { body, motion: known, ...votes.read(recorded) }));
      votes.ended(recorded);
    };
    const keep = on({
      BodyEstablished: bodies.established,
      ConstituencyDefined: bodies.defined,
      MotionDrafted: motions.drafted,
      MotionTextRevised: motions.revised,
      MotionMoved: motions.moved,
      MotionSeconded: motions.seconded,
      VoteOpened: votes.opened,
      AdvisoryBallotRecorded: votes.advised,
      VoteClosed: close,
      VoteAborted: votes.ended,
    });
    return (recorded) => {
      if (recorded.category === 'motion' && recorded.envelope.findings)
        decisions.setFindings(recorded.streamId, motions.found(recorded));
      keep(recorded);
    };
  },
};
