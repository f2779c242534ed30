import { signatureTypes, signerOf } from '#tlog';
import type { SeenTree } from '../log/tree-check.ts';
import type { Place, Report } from '../report/report.ts';
import type { CheckId } from '../report/checks.ts';
import { draftOf, entryText, indicesOf, longRecord, recordOf, withChanged } from './records.ts';
import type { Draft } from './records.ts';
import type { Random } from './random.ts';
import { checkpointOf, serveLog, testSigner } from './served-log.ts';

/** What somebody did to a log, and what the report has to say of it. */
export type Tampered = Readonly<{
  resources: ReadonlyMap<string, Uint8Array>;
  /** What the auditor saw before. */
  seen?: SeenTree;
  /** One of these checks fails at this place: the cause. */
  checks: readonly CheckId[];
  at?: Partial<Place>;
}>;

export type Tamper = (entries: readonly string[], random: Random) => Tampered;

type Resources = Map<string, Uint8Array>;

/** Whether the report names the cause. */
export const namesCause = ({ failures }: Report, { checks, at = {} }: Tampered): boolean =>
  failures.some(
    ({ check, place }) =>
      checks.includes(check) &&
      Object.entries(at).every(([name, value]) => place[name as keyof Place] === value),
  );

function flipped(bytes: Uint8Array, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
}

/** A bit in one of the resources whose paths begin so, by somebody without the key. */
const flipIn =
  (prefix: string, checks: readonly CheckId[]): Tamper =>
  (entries, random) => {
    const { resources } = serveLog(entries);
    const path = random.of([...resources.keys()].filter((one) => one.startsWith(prefix)));
    resources.set(path, flipped(resources.get(path) ?? Buffer.alloc(1), random));
    return { resources, checks };
  };

const flipInEntry: Tamper = (entries, random) => {
  const index = random.below(entries.length);
  const { resources } = serveLog(entries);
  const other = serveLog(entries.with(index, '')).resources;
  const texts: (string | Uint8Array)[] = [...entries];
  texts[index] = flipped(Buffer.from(entries[index] ?? ''), random);
  for (const [path, bundle] of serveLog(texts).resources)
    if (path.startsWith('tile/entries/') && other.has(path)) resources.set(path, bundle);
  return { resources, checks: ['C3'], at: { index } };
};

/** The same tiles and checkpoint, other entries. */
function withoutKey(entries: readonly string[], others: readonly string[]): Resources {
  const { resources } = serveLog(entries);
  const bundles = serveLog(others).resources;
  const [path] = [...resources.keys()].filter((one) => one.startsWith('tile/entries/'));
  const bundle = [...bundles].find(([one]) => one.startsWith('tile/entries/'))?.[1];
  if (path !== undefined && bundle) resources.set(path, bundle);
  return resources;
}

/** One of the resources whose paths begin so is not served any more. */
const without =
  (prefix: string, checks: readonly CheckId[]): Tamper =>
  (entries, random) => {
    const { resources } = serveLog(entries);
    const path = random.of([...resources.keys()].filter((one) => one.startsWith(prefix)));
    resources.delete(path);
    return { resources, checks };
  };

/** A checkpoint that the log's key signed, of a tree that these entries do not make. */
const otherRoot: Tamper = (entries, random) => {
  const { resources, signer } = serveLog(entries);
  const note = checkpointOf(signer, entries.length, flipped(treeOf(entries).root, random));
  return { resources: resources.set('checkpoint', Buffer.from(note)), checks: ['C5'] };
};

/** The right tree, signed by somebody else under the log's name. */
const otherKey: Tamper = (entries, random) => {
  const seed = Buffer.alloc(32, 8 + random.below(200));
  const stranger = signerOf(testSigner.verifier.name, signatureTypes.ed25519, seed);
  return { resources: serveLog(entries, stranger).resources, checks: ['A2'] };
};

const moved = (entries: readonly string[], [a, b]: readonly [number, number]): readonly string[] =>
  entries.with(a, entries[b] ?? '').with(b, entries[a] ?? '');

const signed = (entries: readonly string[], rest: Omit<Tampered, 'resources'>): Tampered => ({
  resources: serveLog(entries).resources,
  ...rest,
});

const treeOf = (entries: readonly string[]): SeenTree => {
  const note = Buffer.from(serveLog(entries).resources.get('checkpoint') ?? '')
    .toString()
    .split('\n');
  return { size: entries.length, root: Buffer.from(note[2] ?? '', 'base64') };
};

/** An event is taken out, and everything after it closes the gap: positions, and revisions of its stream. */
function closedUp(entries: readonly string[], at: number): readonly string[] {
  const { stream } = draftOf(entries[at] ?? '');
  const after = entries.slice(at + 1).map((entry) => {
    const draft = draftOf(entry);
    draft.position--;
    if (draft.stream === stream) draft.revision--;
    return entryText(draft);
  });
  return [...entries.slice(0, at), ...after];
}

/** A ballot that the roll call of its vote still has. */
const ballotTakenOut: Tamper = (entries, random) => {
  const index = random.of(indicesOf(entries, 'BallotRecorded'));
  const { stream } = draftOf(entries[index] ?? '');
  return signed(closedUp(entries, index), { checks: ['M5'], at: { type: 'VoteClosed', stream } });
};

/** A ballot that was cast in time, and stands after the end of its vote now. */
const ballotAfterTheVote: Tamper = (entries, random) => {
  const index = random.of(indicesOf(entries, 'BallotRecorded'));
  const ballot = draftOf(entries[index] ?? '');
  const isClose = (entry: string) => {
    const { stream, type } = draftOf(entry);
    return stream === ballot.stream && /^Motion(?:Adopted|Rejected)$/.test(type);
  };
  const rest = closedUp(entries, index);
  const end = rest.findIndex((entry, i) => i >= index && isClose(entry)) + 1;
  const last = draftOf(rest[end - 1] ?? '');
  const late = { ...ballot, position: last.position + 1, revision: last.revision + 1 };
  const at = { index: end, stream: ballot.stream };
  return signed(roomFor(rest, end, late), { checks: ['M2'], at });
};

/** An event is put in, and everything after it makes room: positions, and revisions of its stream. */
function roomFor(entries: readonly string[], at: number, forged: Draft): readonly string[] {
  const after = entries.slice(at).map((entry) => {
    const draft = draftOf(entry);
    draft.position++;
    if (draft.stream === forged.stream) draft.revision++;
    return entryText(draft);
  });
  return [...entries.slice(0, at), entryText(forged), ...after];
}

/** Changes one event of a type, by somebody who has the key and signs everything anew. */
const changing =
  (
    type: string,
    checks: readonly CheckId[],
    change: (draft: Draft, random: Random) => void,
    ofType = type,
  ): Tamper =>
  (entries, random) => {
    const index = random.of(indicesOf(entries, type));
    const changed = withChanged(entries, index, (draft) => change(draft, random));
    return signed(changed, { checks, ...(ofType !== '' && { at: { type: ofType } }) });
  };

type Json = Record<string, unknown>;
type Ballots = readonly Readonly<{ index: number; draft: Draft }>[];

/** Ballots of one vote that say different things. */
function twoBallots(entries: readonly string[], random: Random): Ballots {
  const all = indicesOf(entries, 'BallotRecorded').map((index) => ({
    index,
    draft: draftOf(entries[index] ?? ''),
  }));
  const pairs = all.flatMap((a) =>
    all
      .filter(
        (b) =>
          b.index > a.index &&
          b.draft.stream === a.draft.stream &&
          b.draft.data.voteEventId === a.draft.data.voteEventId &&
          b.draft.data.option !== a.draft.data.option,
      )
      .map((b) => [a, b] as const),
  );
  return random.of(pairs);
}

const swapBallots: Tamper = (entries, random) => {
  const [a, b] = twoBallots(entries, random);
  if (!a || !b) throw new Error('no two ballots differ');
  const swapped = [
    [a, b],
    [b, a],
  ].reduce<readonly string[]>(
    (texts, [one, other]) =>
      one && other
        ? withChanged(texts, one.index, ({ data }) => {
            data.option = other.draft.data.option;
          })
        : texts,
    entries,
  );
  return signed(swapped, { checks: ['M5'], at: { type: 'VoteClosed', stream: a.draft.stream } });
};

const laxRule = (rule: Json): void => {
  for (const tests of (rule.passIfAny ?? []) as Json[][])
    for (const test of tests) Object.assign(test, { num: 1, den: 9, cmp: 'gte' });
};

/** Every kind of tampering that the verifier must see, by what was done and by whom. */
export const tamperings: Readonly<Record<string, Tamper>> = {
  'a bit of an entry': flipInEntry,
  'a bit of a bundle, lengths included': flipIn('tile/entries/', ['C1', 'C3']),
  'a bit of a tile of level 0': flipIn('tile/0/', ['C3']),
  'a bit of a tile above level 0': flipIn('tile/1/', ['C4']),
  'a bundle of a long record that is not served': without('tile/entries/', ['C1']),
  'a tile of a long record that is not served': without('tile/0/', ['C2']),
  'a tree of which these entries are not, and signed': otherRoot,
  'a checkpoint signed by a key that nobody trusts': otherKey,
  'a bit of the checkpoint': flipIn('checkpoint', ['A1', 'A2']),
  'an entry dropped without the key': (entries, random) => {
    const index = random.below(entries.length);
    return { resources: withoutKey(entries, entries.toSpliced(index, 1)), checks: ['C1', 'C3'] };
  },
  'entries reordered without the key': (entries, random) => {
    const pair = random.twoBelow(entries.length);
    return { resources: withoutKey(entries, moved(entries, pair)), checks: ['C3'], at: { index: pair[0] } };
  },
  'an entry put in without the key': (entries, random) => {
    const [from, to] = random.twoBelow(entries.length);
    return {
      resources: withoutKey(entries, entries.toSpliced(to, 0, entries[from] ?? '')),
      checks: ['C1', 'C3'],
    };
  },
  'an entry dropped and signed': (entries, random) => {
    const index = random.below(entries.length - 1);
    return signed(entries.toSpliced(index, 1), { checks: ['I2'], at: { index } });
  },
  'the last entry dropped and signed, after the auditor saw it': (entries) =>
    signed(entries.slice(0, -1), { checks: ['K1'], seen: treeOf(entries) }),
  'entries reordered and signed': (entries, random) => {
    const pair = random.twoBelow(entries.length);
    return signed(moved(entries, pair), { checks: ['I2'] });
  },
  'an entry repeated and signed': (entries, random) => {
    const [from, to] = random.twoBelow(entries.length);
    return signed(entries.toSpliced(to + 1, 0, entries[from] ?? ''), {
      checks: ['I2'],
      at: { index: to + 1 },
    });
  },
  'a ballot forged, with room made for it, and signed': (entries, random) => {
    const index = random.of(indicesOf(entries, 'BallotRecorded'));
    const forged = draftOf(entries[index] ?? '');
    const stream = forged.stream;
    const shifted = { ...forged, position: forged.position + 1, revision: forged.revision + 1 };
    return signed(roomFor(entries, index + 1, shifted), { checks: ['M2'], at: { index: index + 1, stream } });
  },
  'a ballot taken out, with the gap closed, and signed': ballotTakenOut,
  'a ballot moved behind the end of its vote, and signed': ballotAfterTheVote,
  'two ballots swapped and signed': swapBallots,
  'a ballot turned around and signed': changing(
    'BallotRecorded',
    ['M5'],
    ({ data }) => {
      data.option = data.option === 'yes' ? 'no' : 'yes';
    },
    'VoteClosed',
  ),
  'a rule changed after the vote and signed': changing(
    'RuleBound',
    ['M4'],
    ({ data }) => laxRule((data.terms as Json).decision as Json),
    '',
  ),
  'the rule that a vote pins, changed and signed': changing('VoteOpened', ['M4'], ({ data }) =>
    laxRule(data.rule as Json),
  ),
  'the roster that a vote pins, changed and signed': changing('VoteOpened', ['M3'], ({ data }, random) => {
    const { seats } = data.eligibility as { seats: Json[] };
    const seat = random.of(seats);
    seat.filled = seat.filled !== true;
  }),
  'an older roster pinned and signed': changing('VoteOpened', ['M11', 'M3'], ({ data }, random) => {
    data.rosterRevision = random.below(data.rosterRevision as number);
  }),
  'a revision pinned that is yet to come': changing('VoteClosed', ['M11'], ({ data }, random) => {
    data.meetingRevision = 1_000 + random.below(1_000);
  }),
  'a motion cited at a revision that is yet to come': changing(
    'MinutesApproved',
    ['M11'],
    ({ data }, random) => {
      data.motionRevision = 1_000 + random.below(1_000);
    },
  ),
  'the roll call changed and signed': changing('VoteClosed', ['M5'], ({ data }, random) => {
    const entry = random.of(data.rollCall as Json[]);
    entry.option = entry.option === 'yes' ? 'no' : 'yes';
  }),
  'the tally changed and signed': changing('VoteClosed', ['M6'], ({ data }, random) => {
    const count = random.of((data.tally as { counts: Json[] }).counts);
    count.value = (count.value as number) + 1 + random.below(5);
  }),
  'the result turned around and signed': changing(
    'MotionAdopted',
    ['M7'],
    (draft) => {
      draft.type = 'MotionRejected';
      draft.data.reason = 'TEST_FAILED';
    },
    'MotionRejected',
  ),
  'the text of a motion changed and signed': changing('MotionDrafted', ['M8'], ({ data }, random) => {
    data.text = `${String(data.text)} Or ${random.below(1_000)} of them.`;
  }),
  'a clause changed and signed': changing('InstrumentVersionProposed', ['M9'], ({ data }, random) => {
    const [operation] = data.operations as { clause: Json }[];
    if (operation) operation.clause.text = `Whoever is there decides, ${random.below(1_000)} or fewer.`;
  }),
  'a finding made up and signed': changing('MotionMoved', ['M10'], (draft) => {
    draft.findings = [{ code: 'SELF_SECOND', severity: 'irregular', inputs: {} }];
  }),
  'an arrival taken out of the room and signed': changing(
    'MemberArrived',
    ['M2', 'M5', 'M10'],
    ({ data }) => {
      data.seatId = 'somebody-else';
    },
    '',
  ),
  'the time since when a version is in force, changed and signed': changing(
    'InstrumentEnteredIntoForce',
    ['M13'],
    ({ data }, random) => {
      const at = `20${10 + random.below(8)}-01-01T00:00:00.000Z`;
      data.from = { literal: at, precision: 'instant', earliest: at, latest: at };
    },
  ),
  'a rule bound to a clause that is not there, and signed': changing(
    'RuleBound',
    ['M13'],
    ({ data }, random) => {
      data.clauseId = `clause-${random.below(1_000)}`;
    },
  ),
  'a party that must ratify made up and signed': changing(
    'InstrumentVersionAdopted',
    ['M13'],
    ({ data }, random) => {
      data.requiredParties = [`party-${random.below(1_000)}`];
    },
  ),
  'somebody else presides, signed': changing('MeetingCalledToOrder', ['M15', 'M10'], ({ data }, random) => {
    data.presiding = { kind: 'seat', id: `seat-${random.below(1_000)}` };
  }),
  'an arrival in a seat that is not there and signed': changing(
    'MemberArrived',
    ['M15'],
    ({ data }, random) => {
      data.seatId = `seat-${random.below(1_000)}`;
    },
  ),
  'minutes approved that were never drafted': changing('MinutesApproved', ['M15'], ({ data }, random) => {
    data.sha256 = String(random.below(1e9)).padStart(64, '0');
  }),
  'a member put into a seat that is not there': changing('SeatFilled', ['M16'], ({ data }, random) => {
    data.seatId = `seat-${random.below(1_000)}`;
  }),
  'a seat of a constituency that is not there': changing('SeatOpened', ['M16'], ({ data }, random) => {
    data.constituencyId = `constituency-${random.below(1_000)}`;
  }),
  'a due date that was computed, changed and signed': changing(
    'CommitmentMade',
    ['M14'],
    ({ data }, random) => {
      const at = `2031-01-${10 + random.below(20)}T08:00:00.000Z`;
      const when = { literal: at, precision: 'instant', earliest: at, latest: at };
      const from = { ...when, literal: '2030' };
      data.due = {
        when,
        how: { kind: 'computed', duration: 'P1D', from, timeZone: 'UTC', counting: 'calendar_days' },
      };
    },
  ),
  'the size that a cohort had, changed and signed': changing(
    'CohortSizeRevised',
    ['M14'],
    ({ data }, random) => {
      data.from = 3 + random.below(20);
    },
  ),
  'the count of the submissions changed and signed': changing(
    'ApplicationSubmitted',
    ['M14'],
    ({ data }, random) => {
      data.submission = 3 + random.below(20);
    },
  ),
  'a time turned around and signed': changing('VoteClosed', ['I5'], (draft) => {
    const later = '2030-01-01T00:00:00.000Z';
    draft.occurredAt = { literal: later, precision: 'instant', earliest: later, latest: later };
  }),
  'an id made up and signed': changing('BallotRecorded', ['I4'], (draft, random) => {
    draft.eventId = `00000000-0000-8000-8000-${String(random.below(1e9)).padStart(12, '0')}`;
  }),
  'rolled back to an older log': (entries, random) => {
    const size = 1 + random.below(entries.length - 1);
    return signed(entries.slice(0, size), { checks: ['K1'], seen: treeOf(entries) });
  },
  'another log under the same key': (entries, random) => {
    const index = random.of(indicesOf(entries, 'MotionDrafted'));
    const other = withChanged(entries, index, ({ data }) => {
      data.title = `Another title ${random.below(1_000)}`;
    });
    return signed(other, { checks: ['K2'], seen: treeOf(entries) });
  },
};

const ofCommitments = 'a due date that was computed';
const ofProgrammes = ['the size that a cohort had', 'the count of the submissions'];
const ofLongOnes = ['a bit of a tile above level 0', 'a bundle of a long', 'a tile of a long'];

const records: readonly (readonly [kinds: readonly string[], record: () => readonly string[]])[] = [
  [[ofCommitments], () => recordOf('commitments')],
  [ofProgrammes, () => recordOf('programme')],
  [ofLongOnes, longRecord],
];

/** The record that has something of that kind to tamper with. */
export const recordFor = (kind: string): readonly string[] =>
  (records.find(([kinds]) => kinds.some((one) => kind.startsWith(one)))?.[1] ?? usualRecord)();

export const usualRecord = (): readonly string[] => recordOf('corrected');
