import { stringify } from 'csv-stringify/sync';
import type { MemberVotingRecordView } from '#projections';

const columns = [
  'kind',
  'decision_id',
  'title',
  'decided_at',
  'outcome',
  'answer',
  'by',
  'proxy_seat_id',
  'present',
  'dissent',
  'first_recorded_as',
  'voided',
  'meeting_id',
  'url',
] as const;
type Line = Readonly<Partial<Record<(typeof columns)[number], string | boolean | undefined>>>;

type Decided = MemberVotingRecordView['votes'][number] | MemberVotingRecordView['positions'][number];

const about = (
  {
    decisionId,
    title,
    decidedAt,
    outcome,
    voided,
  }: Pick<Decided, 'decisionId' | 'title' | 'decidedAt' | 'outcome' | 'voided'>,
  publicUrl: string,
): Line => ({
  decision_id: decisionId,
  title,
  decided_at: decidedAt.literal,
  outcome,
  voided: voided ?? false,
  url: `${publicUrl}/decisions/${decisionId}`,
});

/** Votes, positions in rounds of consensus and secret votes, of which nobody knows the answer; each kind latest first. */
export function votesCsv(
  { votes, positions, secretVotes = [] }: MemberVotingRecordView,
  publicUrl: string,
): string {
  const lines: readonly Line[] = [
    ...votes.map((vote) => ({
      kind: vote.advisory ? 'advisory' : 'vote',
      ...about(vote, publicUrl),
      answer: vote.option,
      by: vote.by,
      proxy_seat_id: vote.proxySeatId,
      present: vote.present,
      dissent: vote.dissent ?? false,
      first_recorded_as: vote.recordedAs,
      meeting_id: vote.meetingId,
    })),
    ...positions.map((one) => ({
      kind: 'position',
      ...about(one, publicUrl),
      answer: one.position,
      by: one.by,
      proxy_seat_id: one.proxySeatId,
    })),
    ...secretVotes.map((one) => ({
      kind: 'secret',
      ...about(one, publicUrl),
      proxy_seat_id: one.proxySeatId,
    })),
  ];
  return stringify([...lines], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    cast: { boolean: String },
    // A title that a spreadsheet would take for a formula stays a text.
    escape_formulas: true,
  });
}
