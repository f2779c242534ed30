import type { tally } from '#governance';
import type { DecisionDocument } from '#projections';
import { useSay } from '../frame/page.tsx';
import type { Say } from '../frame/page.tsx';
import { OutcomeBadge, standing } from '../parts/outcome-badge.tsx';
import { Name } from '../parts/text.tsx';
import type { Sides } from '../parts/sides.tsx';
import { Time } from '../parts/time.tsx';

export const nameOfSide = (sides: Sides, id: string): string =>
  sides.find((side) => side.id === id)?.name ?? id;

/** Words joined as the language does it: 'a, b and c'. */
export const listed = ({ lang }: Say, names: readonly string[]): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

const isOfBody = (test: tally.AlternativeTrace['tests'][number]): test is tally.TestTrace =>
  test.scope === 'body';

/** The sides that kept the body from agreeing, though its majority was there. */
function outvotedBy({ tally: counted }: DecisionDocument): readonly string[] {
  const [alternative, ...others] = counted?.alternatives ?? [];
  if (alternative === undefined || others.length > 0) return [];
  if (!alternative.tests.filter(isOfBody).every(({ pass }) => pass)) return [];
  return (counted?.groupResults ?? [])
    .filter(({ result }) => result === 'fail')
    .map(({ constituencyId }) => constituencyId);
}

function reasonText(say: Say, decision: DecisionDocument, sides: Sides): string {
  const { reason, counts } = decision;
  const against = reason === 'TEST_FAILED' ? outvotedBy(decision) : [];
  const { yes = 0, no = 0 } = counts;
  if (against.length > 0) {
    const names = listed(
      say,
      against.map((id) => nameOfSide(sides, id)),
    );
    return say.t('outcome.side', { sides: names, count: against.length, yes, cast: yes + no });
  }
  return say.t('outcome.reason', { reason: reason ?? 'none', yes, cast: yes + no });
}

/** The outcome in one plain sentence, and the reason in another. */
export function outcomeText(say: Say, decision: DecisionDocument, sides: Sides): string {
  const { outcome, manner, bodyName, bodyId } = decision;
  const said = say.t('outcome.sentence', { outcome, manner, body: bodyName ?? bodyId ?? 'none' });
  const { yes = 0, no = 0 } = decision.counts;
  if (decision.voided) return `${said} ${say.t('outcome.voided')}`;
  if (outcome === 'rejected') return `${said} ${reasonText(say, decision, sides)}`;
  return manner === 'vote' && !decision.secret
    ? `${said} ${say.t('outcome.counts', { yes, no, cast: yes + no })}`
    : said;
}

export function Outcome({ decision, sides }: Readonly<{ decision: DecisionDocument; sides: Sides }>) {
  const say = useSay();
  const { bodyId, bodyName, decidedAt } = decision;
  return (
    <div class={`outcome is-${standing(decision)}`}>
      <p class="badges">
        <OutcomeBadge of={decision} />
      </p>
      <p class="lead">{outcomeText(say, decision, sides)}</p>
      <p class="meta">
        {bodyId !== undefined && (
          <>
            <a href={say.href(`/bodies/${bodyId}`)}>
              <Name>{bodyName ?? bodyId}</Name>
            </a>
            {' · '}
          </>
        )}
        <Time at={decidedAt} />
      </p>
    </div>
  );
}
