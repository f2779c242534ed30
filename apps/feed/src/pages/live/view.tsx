import { liveScript } from '../frame/assets.ts';
import { useSay } from '../frame/page.tsx';
import { IllustrationNote, Name, Section } from '../parts/text.tsx';
import type { LiveData } from './data.ts';
import { LiveMotion, LiveVote } from './motion.tsx';
import { LiveSides } from './sides.tsx';

type Props = Readonly<{ data: LiveData }>;

/** The same in one line, for who listens. */
function saidOf({ t }: ReturnType<typeof useSay>, { meeting, item, motion, vote }: LiveData): string {
  const counted = (vote?.ballots ?? []).filter(({ option }) => option === 'yes' || option === 'no');
  const yes = counted.filter(({ option }) => option === 'yes').length;
  return [
    t('meeting.status', { status: meeting.status }),
    ...(item ? [`${item.number}. ${item.title}`] : []),
    ...(motion
      ? [`${motion.title ?? motion.motionId}: ${t('motion.status', { status: motion.status })}`]
      : []),
    ...(vote && vote.method !== 'secret' ? [t('counts.short', { yes, no: counted.length - yes })] : []),
  ].join('. ');
}

/** What is before the meeting, and who is there. */
function UnderWay({ data }: Props) {
  const { t } = useSay();
  const { item, lang } = data;
  return (
    <>
      <Section id="item" title={t('live.item')}>
        {item ? (
          <p class="lead">
            <Name>{item.number}</Name>. <Name lang={lang}>{item.title}</Name>
          </p>
        ) : (
          <p class="lead">{t('live.noItem')}</p>
        )}
      </Section>
      <Section id="motion" title={t('live.motion')}>
        <LiveMotion data={data} />
        <LiveVote data={data} />
      </Section>
      <Section id="sides" title={t('live.sides')}>
        <LiveSides data={data} />
      </Section>
    </>
  );
}

/** Nobody is there any more, and nothing is under way: what came of it is on another page. */
function Ended({ data: { meeting } }: Props) {
  const { t, href } = useSay();
  return (
    <p class="lead">
      {t('live.ended', { status: meeting.status })}{' '}
      <a href={href(`/meetings/${meeting.meetingId}`)}>{t('live.outcome')}</a>
    </p>
  );
}

/** What the script puts in the place of what was shown. */
function Shown({ data }: Props) {
  const say = useSay();
  const { t } = say;
  const { meeting, entry } = data;
  return (
    <div id="live-shown" data-entry={entry} data-said={saidOf(say, data)}>
      <p class="badges">
        <span class={`badge is-${meeting.status}`}>{t('meeting.status', { status: meeting.status })}</span>
      </p>
      {meeting.status === 'adjourned' || meeting.status === 'cancelled' ? (
        <Ended data={data} />
      ) : (
        <UnderWay data={data} />
      )}
      <p class="meta">{t('live.entry', { entry })}</p>
    </div>
  );
}
const states = ['connecting', 'live', 'lost'] as const;

/**
 * Without a script the page stands still, and a link loads it again: a page that loads itself (a Refresh header or
 * element) would take away the place of who reads it with a screen reader or enlarged (WCAG 2.2.1, 3.2.5).
 */
function Connection({ data: { meeting, isRoom } }: Props) {
  const { t, href, base, address } = useSay();
  const path = `/live/${meeting.meetingId}`;
  const words = Object.fromEntries(states.map((state) => [state, t('live.connection', { state })]));
  return (
    <>
      <p class="links">
        <a class="reload" href={href(address)}>
          {t('live.reload')}
        </a>
        <a href={href(isRoom ? path : `${path}?room=1`)}>{t('live.size', { room: isRoom ? 'yes' : 'no' })}</a>
      </p>
      <div
        class="connection"
        hidden
        data-base={base}
        data-meeting={meeting.meetingId}
        data-words={JSON.stringify(words)}
      >
        <p class="state" role="status">
          {words.connecting}
        </p>
        <p class="hidden said" role="status" />
      </div>
      <script type="module" src={`${base}${liveScript.path}`} />
    </>
  );
}

/** What a meeting is at: for everybody outside of the room, and in large letters for those in it. */
export function LivePageView({ data }: Props) {
  const { t, href } = useSay();
  const { meeting, lang, isRoom } = data;
  const { meetingId, title, meetingType } = meeting;
  return (
    <article class={isRoom ? 'live is-room' : 'live'}>
      <p class="kicker">
        {t('live.kicker')} · <a href={href(`/meetings/${meetingId}`)}>{t('live.toMeeting')}</a>
      </p>
      <h1>
        {title === undefined ? (
          t('meeting.kind', { kind: meetingType ?? 'other' })
        ) : (
          <Name lang={lang}>{title}</Name>
        )}
      </h1>
      <IllustrationNote of={meeting} />
      <Connection data={data} />
      <Shown data={data} />
    </article>
  );
}
