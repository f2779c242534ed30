import type { tally } from '#governance';
import type { ConstituencyResult, Counts, DecisionDocument } from '#projections';
import { useSay } from '../frame/page.tsx';
import { fillOf, Marks, SideMark, sideOf } from '../parts/sides.tsx';
import { voteOptions } from '../../words/explanation.ts';
import type { Sides } from '../../words/outcome.ts';
import { Name, Scroll } from '../parts/text.tsx';

const shownIn = (counts: readonly Counts[]): readonly tally.VoteOption[] =>
  voteOptions.filter((option) => option === 'yes' || option === 'no' || counts.some((one) => one[option]));

function Side({ of, sides }: Readonly<{ of: ConstituencyResult; sides: Sides }>) {
  const { t } = useSay();
  const { constituencyId, name = constituencyId, counts, result } = of;
  return (
    <li class={`side side-${sideOf(sides, constituencyId)}`}>
      <h3>
        <Name>{name}</Name>
        {result !== undefined && <span class={`verdict is-${result}`}>{t('counts.result', { result })}</span>}
      </h3>
      <ul class="votes">
        {shownIn([counts])
          .map((option) => ({ option, count: counts[option] ?? 0 }))
          .filter(({ count }) => count > 0)
          .map(({ option, count }) => (
            <li key={option}>
              <Marks side={sideOf(sides, constituencyId)} fill={fillOf(option)} count={count} />
              <span>{t('counts.votes', { option, count })}</span>
            </li>
          ))}
      </ul>
    </li>
  );
}

/** How each side voted, seat by seat. The table says the same. */
export function Picture({ of, sides }: Readonly<{ of: readonly ConstituencyResult[]; sides: Sides }>) {
  return (
    <ul class="picture">
      {of.map((one) => (
        <Side key={one.constituencyId} of={one} sides={sides} />
      ))}
    </ul>
  );
}

export function CountsTable({ decision, sides }: Readonly<{ decision: DecisionDocument; sides: Sides }>) {
  const { t } = useSay();
  const { counts, constituencies } = decision;
  const shown = shownIn([counts, ...constituencies.map((one) => one.counts)]);
  const cells = (of: Counts) => shown.map((option) => <td key={option}>{of[option] ?? 0}</td>);
  return (
    <Scroll label={t('counts.caption')}>
      <table class="numbers">
        <caption>{t('counts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('counts.side')}</th>
            {shown.map((option) => (
              <th key={option} scope="col">
                {t('counts.option', { option })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {constituencies.map(({ constituencyId, name, counts: of }) => (
            <tr key={constituencyId}>
              <th scope="row">
                <SideMark sides={sides} id={constituencyId} /> <Name>{name ?? constituencyId}</Name>
              </th>
              {cells(of)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('counts.body')}</th>
            {cells(counts)}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}
