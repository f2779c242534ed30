import { useSay } from '../frame/page.tsx';
import { Name, RecordText } from '../parts/text.tsx';
import { Fact } from '../parts/fact.tsx';
import type { LiveData } from './data.ts';

type Props = Readonly<{ data: LiveData }>;
type Act = NonNullable<LiveData['motion']>['moved'];

function Who({ act, data: { seats } }: Readonly<{ act: NonNullable<Act>; data: LiveData }>) {
  const { t } = useSay();
  const { seatId, exemption } = act;
  if (seatId === undefined) return exemption === undefined ? '–' : t('motion.exempted', { exemption });
  return <Name>{seats.find((seat) => seat.seatId === seatId)?.label ?? seatId}</Name>;
}

/** The question, word for word, with the hash by which everybody can tell that it is the same text. */
export function LiveMotion({ data }: Props) {
  const { t, href } = useSay();
  const { motion, motionLang } = data;
  if (!motion) return <p class="lead">{t('live.noMotion')}</p>;
  const { motionId, title = motionId, status, text, textSha256, moved, seconded } = motion;
  return (
    <>
      <p class="badges">
        <span class={`badge is-${status}`}>{t('motion.status', { status })}</span>
      </p>
      <p class="lead">
        <a href={href(`/motions/${motionId}`)}>
          <Name lang={motionLang}>{title}</Name>
        </a>
      </p>
      {text === undefined ? <p>{t('motion.noText')}</p> : <RecordText lang={motionLang}>{text}</RecordText>}
      <dl class="facts">
        <Fact name={t('motion.moved')}>{moved ? <Who act={moved} data={data} /> : t('live.notYet')}</Fact>
        <Fact name={t('motion.seconded')}>
          {seconded ? <Who act={seconded} data={data} /> : t('live.notYet')}
        </Fact>
        {textSha256 !== undefined && (
          <Fact name={t('check.text')}>
            <code>{textSha256}</code>
          </Fact>
        )}
      </dl>
    </>
  );
}

/** What the vote has come to: as far as it is recorded, or as it was closed. */
export function LiveVote({ data: { vote } }: Props) {
  const { t, href } = useSay();
  if (!vote) return null;
  const { status, method, ballots, decisionId, result } = vote;
  const count = (option: string) => ballots.filter((ballot) => ballot.option === option).length;
  return (
    <div class={`outcome${result === undefined ? '' : ` is-${result === 'pass' ? 'adopted' : 'rejected'}`}`}>
      <p class="lead">
        {status === 'open'
          ? t('live.voteOpen')
          : t('outcome.badge', { state: result === 'pass' ? 'adopted' : 'rejected' })}
        {method !== undefined && ` · ${t('decision.methods', { method })}`}
      </p>
      {method === 'secret' ? (
        <p>{t('counts.secret')}</p>
      ) : (
        <p class="tally">
          {(['yes', 'no', 'abstain'] as const)
            .map((option) => t('counts.votes', { option, count: count(option) }))
            .join(' · ')}
        </p>
      )}
      {decisionId !== undefined && (
        <p>
          <a href={href(`/decisions/${decisionId}`)}>{t('live.decision')}</a>
        </p>
      )}
    </div>
  );
}
