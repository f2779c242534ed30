/**
 * Every check, by the number that it has in VERIFIER.md. A number keeps its meaning for ever; new checks get
 * new numbers.
 */
export const checks = {
  A1: 'the checkpoint is a signed note of the log that was asked for',
  A2: 'a trusted key of the log signed the checkpoint',
  A3: 'the witnesses whom the policy asks for cosigned it',
  C1: 'every entry bundle that the size demands is there, with as many entries',
  C2: 'every hash tile that the size demands is there, with as many hashes',
  C3: 'every entry hashes to its place in the tiles of level 0',
  C4: 'every tile above level 0 follows from the tiles below it',
  C5: 'the entries make the root that the checkpoint signs',
  K1: 'the tree is not smaller than the last one that this auditor saw',
  K2: 'the tree contains the last one that this auditor saw, unchanged',
  I1: 'every entry is canonical JSON of a known version, with the fields of its kind',
  I2: 'ledger positions count the entries from 1, and none is left out',
  I3: "every stream's revisions follow one another; where one is missing, a commitment stands for it",
  I4: 'the events of a command stand together, and their ids follow from it',
  I5: 'times are in order: what happened is not recorded before it can have happened',
  M1: 'every event is of a type and a schema version that this verifier knows',
  M2: 'every event that is decided again comes out as recorded, and the rules allow it',
  M3: 'the eligibility snapshot is the roster of the body at the revision that is pinned',
  M4: 'the rule is the one in force of its clause when the question was put',
  M5: 'the roll call, or the roll of positions, follows from ballots, recusals and attendance',
  M6: 'the tally, with every test and number, follows from rule, snapshot and roll call',
  M7: 'the motion is disposed of as the tally says, in the same append',
  M8: 'every text hash is that of the text',
  M9: 'the consolidated text of an instrument follows from its operations',
  M10: 'the findings on record are those that the rules make, no more and no fewer',
  M11: 'what was read of another stream is a revision that it had, and not a stale one',
  M12: 'the trace of a quorum follows from the roster and from who was present',
  M13: 'every event of an instrument comes out again: its versions, ratifications, times in force and rules',
  M14: 'every event of the registers comes out again: claims, commitments, challenges, cohorts, schools, sources',
  M15: 'every event of a meeting comes out again: notice, agenda, presence, proceedings, minutes',
  M16: 'every event of a body comes out again: its composition, seats, offices and selections',
  M17: 'the rules by which an event was judged are those of this verifier',
} as const;

export type CheckId = keyof typeof checks;

export const checkIds = Object.keys(checks) as readonly CheckId[];
