import type { tally } from '#governance';
import type { DecisionDocument } from '#projections';
import { listed } from './speech.ts';
import type { Speech } from './speech.ts';

/** Which side is which, in the order in which the body defines them. */
export type Sides = readonly Readonly<{ id: string; name?: string | undefined }>[];

export const nameOfSide = (sides: Sides, id: string): string =>
  sides.find((side) => side.id === id)?.name ?? id;

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

function reasonText(speech: Speech, decision: DecisionDocument, sides: Sides): string {
  const { reason, counts } = decision;
  const against = reason === 'TEST_FAILED' ? outvotedBy(decision) : [];
  const { yes = 0, no = 0 } = counts;
  if (against.length > 0) {
    const names = listed(
      speech,
      against.map((id) => nameOfSide(sides, id)),
    );
    return speech.t('outcome.side', { sides: names, count: against.length, yes, cast: yes + no });
  }
  return speech.t('outcome.reason', { reason: reason ?? 'none', yes, cast: yes + no });
}

/** The outcome in one plain sentence, and the reason in another. */
export function outcomeText(speech: Speech, decision: DecisionDocument, sides: Sides): string {
  const { outcome, manner, bodyName, bodyId } = decision;
  const said = speech.t('outcome.sentence', { outcome, manner, body: bodyName ?? bodyId ?? 'none' });
  const { yes = 0, no = 0 } = decision.counts;
  if (decision.voided) return `${said} ${speech.t('outcome.voided')}`;
  if (outcome === 'rejected') return `${said} ${reasonText(speech, decision, sides)}`;
  return manner === 'vote' && !decision.secret
    ? `${said} ${speech.t('outcome.counts', { yes, no, cast: yes + no })}`
    : said;
}
