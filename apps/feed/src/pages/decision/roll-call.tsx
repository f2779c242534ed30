import type { tally } from '#governance';
import type { DecisionDocument } from '#projections';
import { useSay } from '../frame/page.tsx';
import { fillOf, Marks, SideMark, sideOf } from '../parts/sides.tsx';
import { nameOfSide } from '../../words/outcome.ts';
import type { Sides } from '../../words/outcome.ts';
import type { Fill } from '../parts/sides.tsx';
import { Name, Scroll } from '../parts/text.tsx';

type Answer = Readonly<{
  seatId: string;
  label?: string;
  constituencyId?: string;
  answer: string;
  fill: Fill;
  /** As it was recorded first, where it was corrected since. */
  before?: string | undefined;
  by?: 'member' | 'alternate' | 'proxy';
  proxySeatId?: string;
  note?: string | undefined;
  bloc?: true;
}>;

type SideProps = Readonly<{ sides: Sides; answers: readonly Answer[] }>;

function Remarks({ of: { by, proxySeatId, bloc, note } }: Readonly<{ of: Answer }>) {
  const { t } = useSay();
  const remarks = [
    ...(by !== undefined && by !== 'member' ? [t('roll.by', { by, proxy: proxySeatId ?? 'none' })] : []),
    ...(bloc ? [t('roll.bloc')] : []),
  ];
  return (
    <>
      {remarks.join('; ')}
      {note !== undefined && <Name>{note}</Name>}
    </>
  );
}

const hasRemarks = ({ by, bloc, note }: Answer): boolean =>
  (by !== undefined && by !== 'member') || bloc === true || note !== undefined;

type LineProps = Readonly<{ of: Answer; sides: Sides; remarked: boolean }>;

function Line({ of, sides, remarked }: LineProps) {
  const { t } = useSay();
  return (
    <tr>
      <th scope="row">
        <Name>{of.label ?? of.seatId}</Name>
      </th>
      <td>
        <Marks side={sideOf(sides, of.constituencyId)} fill={of.fill} count={1} /> {of.answer}
        {of.before !== undefined && (
          <>
            {' '}
            <span class="before">{t('roll.before', { answer: of.before })}</span>
          </>
        )}
      </td>
      {remarked && (
        <td>
          <Remarks of={of} />
        </td>
      )}
    </tr>
  );
}

/** Seats by side, each with what it said. */
export function RollCallTable({ sides, answers, caption }: SideProps & Readonly<{ caption: string }>) {
  const { t } = useSay();
  const remarked = answers.some(hasRemarks);
  const bySide = Map.groupBy(answers, ({ constituencyId }) => constituencyId);
  return (
    <Scroll label={caption}>
      <table class="roll">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roll.seat')}</th>
            <th scope="col">{t('roll.answer')}</th>
            {remarked && <th scope="col">{t('roll.remarks')}</th>}
          </tr>
        </thead>
        {[...bySide].map(([id, of]) => (
          <tbody key={id ?? ''}>
            <tr class="group">
              <th colSpan={remarked ? 3 : 2} scope="rowgroup">
                <SideMark sides={sides} id={id} />{' '}
                <Name>{id === undefined ? t('roll.noSide') : nameOfSide(sides, id)}</Name>
              </th>
            </tr>
            {of.map((answer) => (
              <Line key={answer.seatId} of={answer} sides={sides} remarked={remarked} />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

/** Whom the quorum demands, and who was asked nothing. */
export function WithoutVote({ of: { withoutVote = [] } }: Readonly<{ of: DecisionDocument }>) {
  const { t } = useSay();
  return withoutVote.map(({ seatId, label = seatId, option }) => (
    <p key={seatId}>{t('roll.withoutVote', { seat: label, option })}</p>
  ));
}

const positionFills: Readonly<Record<tally.PositionStanding, Fill>> = {
  agree: 'yes',
  agree_with_reservations: 'yes',
  stand_aside: 'abstain',
  block: 'no',
  abstain: 'abstain',
  recused: 'away',
  'no position': 'abstain',
  absent: 'away',
};

/** What each seat said, whatever way the body decided; empty where nobody was asked. */
export function useAnswers({ rollCall, original, consensus, ballots }: DecisionDocument): readonly Answer[] {
  const { t } = useSay();
  const first = new Map(original?.rollCall.map(({ seatId, option }) => [seatId, option]));
  const beforeOf = (seatId: string, option: tally.VoteOption) => {
    const before = first.get(seatId);
    return before === undefined || before === option ? undefined : t('roll.option', { option: before });
  };
  if (consensus)
    return consensus.positions.map(({ position, reason, ...seat }) => ({
      ...seat,
      answer: t('roll.position', { position }),
      fill: positionFills[position],
      note: reason,
    }));
  if (ballots)
    return ballots.roll.map(({ option, candidateId, ...seat }) => ({
      ...seat,
      answer: candidateId ?? t('roll.option', { option }),
      fill: option === 'candidate' ? 'yes' : fillOf(option),
    }));
  return rollCall.map(({ option, ...seat }) => ({
    ...seat,
    answer: t('roll.option', { option }),
    fill: fillOf(option),
    before: beforeOf(seat.seatId, option),
  }));
}
