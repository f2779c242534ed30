import type { DecisionDocument } from '#projections';
import { useSay } from '../frame/page.tsx';
import { AdoptedVersions } from '../parts/adopted-versions.tsx';
import { Findings } from '../parts/findings.tsx';
import { Sources } from '../parts/sources.tsx';
import { IllustrationNote, Name, RecordText, Section } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { Check } from './check.tsx';
import { Corrections } from './corrections.tsx';
import { CountsTable, Picture } from './counts.tsx';
import type { DecisionData } from './data.ts';
import { Outcome } from './outcome.tsx';
import { RollCallTable, useAnswers, WithoutVote } from './roll-call.tsx';
import { Rule } from './rule.tsx';

type Props = Readonly<{ data: DecisionData }>;

export const labelsOf = ({ eligibility }: DecisionDocument): ReadonlyMap<string, string> =>
  new Map(eligibility?.seats.map(({ seatId, label }) => [seatId, label]));

function Act({ of, word }: Readonly<{ of: DecisionDocument['movedBy']; word: string }>) {
  const { t } = useSay();
  if (!of) return null;
  return (
    <>
      <dt>{word}</dt>
      <dd>
        {of.seatId === undefined ? (
          t('motion.exempted', { exemption: of.exemption ?? 'none' })
        ) : (
          <Name>{of.label ?? of.seatId}</Name>
        )}
      </dd>
    </>
  );
}

function Facts({ data: { decision, meetingTitle, minutes } }: Props) {
  const { t, href } = useSay();
  const { motionId, meetingId, movedBy, secondedBy, method, openedAt, decidedAt, recordingMode } = decision;
  return (
    <dl class="facts">
      <Act of={movedBy} word={t('motion.moved')} />
      <Act of={secondedBy} word={t('motion.seconded')} />
      {meetingId !== undefined && (
        <>
          <dt>{t('decision.meeting')}</dt>
          <dd>
            <a href={href(`/meetings/${meetingId}`)}>
              <Name>{meetingTitle ?? meetingId}</Name>
            </a>
            {minutes && ` (${t('meeting.minutes', { status: minutes.status })})`}
          </dd>
        </>
      )}
      {method !== undefined && (
        <>
          <dt>{t('decision.method')}</dt>
          <dd>{t('decision.methods', { method })}</dd>
        </>
      )}
      {openedAt && (
        <>
          <dt>{t('decision.opened')}</dt>
          <dd>
            <Time at={openedAt} />
          </dd>
        </>
      )}
      <dt>{t('decision.closed')}</dt>
      <dd>
        <Time at={decidedAt} />
      </dd>
      <dt>{t('decision.recorded')}</dt>
      <dd>{t('decision.modes', { mode: recordingMode })}</dd>
      <dt>{t('decision.motion')}</dt>
      <dd>
        <a href={href(`/motions/${motionId}`)}>{t('decision.toMotion')}</a>
      </dd>
    </dl>
  );
}

function Votes({ data }: Props) {
  const { decision, sides } = data;
  const { t } = useSay();
  const answers = useAnswers(decision);
  const counted = Object.keys(decision.counts).length > 0;
  return (
    <>
      {counted && (
        <Section id="votes" title={t('counts.title')}>
          {decision.secret && <p>{t('counts.secret')}</p>}
          <Picture of={decision.constituencies} sides={sides} />
          <CountsTable decision={decision} sides={sides} />
        </Section>
      )}
      <Section id="rule" title={t('rule.title')}>
        <Rule data={data} />
      </Section>
      {answers.length > 0 && (
        <Section id="roll-call" title={t('roll.title')}>
          <RollCallTable sides={sides} answers={answers} caption={t('roll.caption')} />
        </Section>
      )}
      <WithoutVote of={decision} />
    </>
  );
}

/** One decision with everything that is needed to understand and to check it. */
export function DecisionView({ data }: Props) {
  const { t } = useSay();
  const { decision, sides, lang, adopted, timeline } = data;
  const { title, motionId, text, findings, sources } = decision;
  return (
    <article>
      <p class="kicker">{t('decision.kicker')}</p>
      <h1>
        <Name lang={lang}>{title ?? motionId}</Name>
      </h1>
      <IllustrationNote of={decision} />
      <Outcome decision={decision} sides={sides} />
      <Corrections decision={decision} lang={lang} />
      {text !== undefined && (
        <Section id="text" title={t('decision.text')}>
          <RecordText lang={lang}>{text}</RecordText>
        </Section>
      )}
      <Votes data={data} />
      <Section id="facts" title={t('decision.facts')}>
        <Facts data={data} />
      </Section>
      <AdoptedVersions of={adopted} />
      <Findings of={findings} />
      <Section id="timeline" title={t('timeline.title')}>
        <Timeline entries={timeline} labels={labelsOf(decision)} />
      </Section>
      <Sources of={sources} />
      <Check data={data} />
    </article>
  );
}
