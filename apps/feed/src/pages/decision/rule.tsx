import type { DecisionDocument } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Name } from '../parts/text.tsx';
import { consensusLines, quorumLines } from '../../words/trace.ts';
import { Lines, TallyTrace } from './trace.tsx';
import type { DecisionData } from './data.ts';
import type { Sides } from '../../words/outcome.ts';

type Props = Readonly<{ data: DecisionData }>;
type Decided = Readonly<{ decision: DecisionDocument; sides: Sides }>;

function Clause({ data: { decision, instrumentTitle, clauseId } }: Props) {
  const { t, href } = useSay();
  const { rule } = decision;
  if (!rule) return <p>{t('rule.missing')}</p>;
  const { ruleId, clauseRef } = rule;
  if (!clauseRef) return <p>{t('rule.noClause', { rule: ruleId })}</p>;
  const { clause, instrument, version } = clauseRef;
  return (
    <dl class="facts">
      <dt>{t('rule.clause')}</dt>
      <dd>
        {clauseId === undefined ? (
          <Name>{clause}</Name>
        ) : (
          <a href={href(`/clauses/${instrument}:${clauseId}`)}>
            <Name>{clause}</Name>
          </a>
        )}
      </dd>
      <dt>{t('rule.instrument')}</dt>
      <dd>
        {instrumentTitle === undefined ? (
          <Name>{instrument}</Name>
        ) : (
          <a href={href(`/instruments/${instrument}`)}>
            <Name>{instrumentTitle}</Name>
          </a>
        )}
        {version !== undefined && ` ${t('rule.version', { version })}`}
      </dd>
      <dt>{t('rule.id')}</dt>
      <dd>
        <code>{ruleId}</code>
      </dd>
    </dl>
  );
}

function ConsensusTrace({ decision, sides }: Decided) {
  const say = useSay();
  const { consensus, rule } = decision;
  if (!consensus || !rule) return null;
  const { result, reason } = consensus.trace;
  return (
    <>
      <Lines lines={consensusLines({ say, sides }, consensus.trace, rule)} />
      <p class="result">{say.t('consensus.result', { result, reason: reason ?? 'none' })}</p>
    </>
  );
}

function ConsentTrace({ decision, sides }: Decided) {
  const say = useSay();
  const { consent, rule } = decision;
  if (!consent) return null;
  const { present, recusedSeatIds, quorum } = consent;
  return (
    <>
      <p>{say.t('consent.nobody', { count: present.length, recused: recusedSeatIds.length })}</p>
      {rule && <Lines lines={quorumLines({ say, sides }, quorum, rule)} />}
    </>
  );
}

function ElectionTrace({ decision, sides }: Decided) {
  const { t } = useSay();
  const { ballots, rule, election } = decision;
  return (
    <>
      {election && (
        <p class="result">
          {t('election.elected', { role: election.role })} <Name>{election.candidateId}</Name>
        </p>
      )}
      {ballots?.trace.candidates.map(({ candidateId, votes, tally }) => (
        <div key={candidateId}>
          <h3>
            <Name>{candidateId}</Name> {t('election.votes', { votes })}
          </h3>
          {rule && <TallyTrace rule={rule} counted={tally} sides={sides} />}
        </div>
      ))}
    </>
  );
}

function Trace({ decision, sides }: Decided) {
  const { t, href } = useSay();
  const { consensus, consent, ballots, election, calendar, rule } = decision;
  if (calendar)
    return (
      <p>
        <a href={href(`/decisions/${calendar.decisionId}`)}>{t('calendar.with')}</a>
      </p>
    );
  if (consensus) return <ConsensusTrace decision={decision} sides={sides} />;
  if (ballots ?? election) return <ElectionTrace decision={decision} sides={sides} />;
  if (consent) return <ConsentTrace decision={decision} sides={sides} />;
  if (!decision.tally || !rule) return null;
  return <TallyTrace rule={rule} counted={decision.tally} sides={sides} />;
}

/** Under which clause it was decided, and every step to the result. */
export function Rule({ data }: Props) {
  const { decision, sides } = data;
  return (
    <>
      <Clause data={data} />
      <Trace decision={decision} sides={sides} />
    </>
  );
}
