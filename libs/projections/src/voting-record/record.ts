import type { tally } from '#governance';
import type { Counts, DecisionDocument } from '../decisions/views.ts';
import type {
  Agreement,
  PositionOfSeat,
  SecretVoteOfSeat,
  VoteOfSeat,
  VotingRecord,
  VotingTotals,
} from './views.ts';

const shown = ({
  decisionId,
  motionId,
  title,
  decidedAt,
  outcome,
  voided,
}: DecisionDocument): Pick<
  VoteOfSeat,
  'decisionId' | 'motionId' | 'title' | 'decidedAt' | 'outcome' | 'voided'
> => ({
  ...{ decisionId, motionId, decidedAt, outcome },
  ...(title !== undefined && { title }),
  ...(voided && { voided }),
});

const dissents = (option: tally.VoteOption, outcome: DecisionDocument['outcome']): boolean =>
  outcome === 'adopted' ? option === 'no' : option === 'yes';

/** The member's own, or nobody's: not what an alternate or a proxy said. */
const isOwn = ({ by }: Readonly<{ by?: VoteOfSeat['by'] | undefined }>): boolean =>
  by === undefined || by === 'member';

/** The line of the seat in a vote; undefined where it had no part in it. */
function voteOf(document: DecisionDocument, seatId: string): VoteOfSeat | undefined {
  const { rollCall, advisory, original, meetingId, illustration, outcome } = document;
  const more = {
    ...(meetingId !== undefined && { meetingId }),
    ...(illustration && { illustration }),
  };
  const heard = advisory.find((line) => line.seatId === seatId);
  if (heard) return { ...shown(document), ...more, option: heard.option, advisory: true, present: true };
  const line = rollCall.find((one) => one.seatId === seatId);
  if (!line) return undefined;
  const { option, by, present, proxySeatId } = line;
  const recordedAs = original?.rollCall.find((one) => one.seatId === seatId)?.option;
  return {
    ...shown(document),
    ...more,
    option,
    ...(by && { by }),
    ...(proxySeatId !== undefined && { proxySeatId }),
    present,
    ...(isOwn({ by }) && dissents(option, outcome) && { dissent: true }),
    ...(recordedAs !== undefined && recordedAs !== option && { recordedAs }),
  };
}

function positionOf(document: DecisionDocument, seatId: string): PositionOfSeat | undefined {
  const { positions = [], advisory = [] } = document.consensus ?? {};
  const heard = advisory.find((one) => one.seatId === seatId);
  const entry = positions.find((one) => one.seatId === seatId);
  const { position, reason } = heard ?? entry ?? {};
  if (position === undefined) return undefined;
  return {
    ...shown(document),
    position,
    ...(entry?.by && { by: entry.by }),
    ...(entry?.proxySeatId !== undefined && { proxySeatId: entry.proxySeatId }),
    ...(heard && { advisory: true }),
    ...(reason !== undefined && { reason }),
  };
}

/** Of a secret vote only that the seat could take part in it. */
function secretVoteOf(document: DecisionDocument, seatId: string): SecretVoteOfSeat | undefined {
  const { presentSeatIds = [], represented = [] } = document.secret ?? {};
  const proxy = represented.find((one) => one.seatId === seatId)?.proxy;
  if (!proxy && !presentSeatIds.includes(seatId)) return undefined;
  return { ...shown(document), ...(proxy && { proxySeatId: proxy.seatId }) };
}

/** How often each thing was said. */
const tallied = <K extends string>(said: readonly K[]): Readonly<Partial<Record<K, number>>> => {
  const counts: Partial<Record<K, number>> = {};
  for (const one of said) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

const majorityOf = ({ yes = 0, no = 0 }: Counts): 'yes' | 'no' | undefined =>
  yes === no ? undefined : yes > no ? 'yes' : 'no';

/** Votes of the member against the majority of the ayes and noes of every other constituency. */
function agreementOf(documents: readonly DecisionDocument[], seatId: string): readonly Agreement[] {
  const compared = documents.flatMap(({ rollCall, constituencies }) => {
    const line = rollCall.find((one) => one.seatId === seatId);
    const isSaid = line?.option === 'yes' || line?.option === 'no';
    if (!line || !isSaid || !isOwn(line) || line.constituencyId === undefined) return [];
    return constituencies
      .filter(({ constituencyId }) => constituencyId !== line.constituencyId)
      .map(({ constituencyId, name, counts }) => ({
        ...{ constituencyId, name, option: line.option, majority: majorityOf(counts) },
      }));
  });
  return [...Map.groupBy(compared, ({ constituencyId }) => constituencyId)].map(([constituencyId, lines]) => {
    const name = lines.at(-1)?.name;
    const split = lines.filter(({ majority }) => majority !== undefined);
    const agreed = split.filter(({ option, majority }) => option === majority).length;
    return {
      constituencyId,
      ...(name !== undefined && { name }),
      of: split.length,
      agreed,
      ...(split.length > 0 && { percent: Math.round((100 * agreed) / split.length) }),
    };
  });
}

const optionsOf = (votes: readonly VoteOfSeat[]): Counts => tallied(votes.map(({ option }) => option));

function totalsOf(
  votes: readonly VoteOfSeat[],
  positions: readonly PositionOfSeat[],
  documents: readonly DecisionDocument[],
  seatId: string,
): VotingTotals {
  const counted = votes.filter(({ advisory }) => !advisory);
  const of = (wanted: (vote: VoteOfSeat) => boolean): readonly VoteOfSeat[] => counted.filter(wanted);
  return {
    votes: counted.length,
    member: optionsOf(of(isOwn)),
    alternate: optionsOf(of(({ by }) => by === 'alternate')),
    proxy: optionsOf(of(({ by }) => by === 'proxy')),
    present: of(({ present }) => present).length,
    recused: of(({ option }) => option === 'recused').length,
    dissents: of(({ dissent }) => dissent === true).length,
    advisory: optionsOf(votes.filter(({ advisory }) => advisory)),
    corrected: of(({ recordedAs }) => recordedAs !== undefined).length,
    voided: of(({ voided }) => voided === true).length,
    agreement: agreementOf(documents, seatId),
    positions: tallied(positions.filter(({ advisory }) => !advisory).map(({ position }) => position)),
    consents: documents.filter(({ consent }) => consent?.present.some((one) => one.seatId === seatId)).length,
  };
}

/** What a seat did in the decisions of its body, in their order. */
export function votingRecord(documents: readonly DecisionDocument[], seatId: string): VotingRecord {
  const votes = documents.flatMap((one) => voteOf(one, seatId) ?? []);
  const positions = documents.flatMap((one) => positionOf(one, seatId) ?? []);
  const secretVotes = documents.flatMap((one) => secretVoteOf(one, seatId) ?? []);
  const totals = totalsOf(votes, positions, documents, seatId);
  return { totals, votes, positions, ...(secretVotes.length > 0 && { secretVotes }) };
}
