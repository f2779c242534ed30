import { atInstant } from '#governance';
import type { ReplayStep } from '../../replay/queries.ts';
import type { MessageId } from '../../words/languages.ts';
import { useSay } from '../frame/page.tsx';
import { Name } from '../parts/text.tsx';
import { Time } from '../parts/time.tsx';
import type { ReplayData } from './data.ts';

/** Every step has its words: a type without is an error of the compiler. */
const messageOf = (type: ReplayStep['type']): MessageId => `event.${type}`;

const pages = { body: 'bodies', motion: 'motions', meeting: 'meetings' } as const;

function Subject({ data: { step, composition } }: Readonly<{ data: ReplayData }>) {
  const { t } = useSay();
  const { of, seatId, role } = step;
  const seat = composition?.seats.find((one) => one.seatId === seatId);
  const named = of.kind === 'body' && seatId !== undefined ? (seat?.label ?? seatId) : of.name;
  return (
    <>
      {role !== undefined && <>: {t('role.name', { role })}</>}
      {named !== undefined && (
        <>
          : <Name lang={of.lang}>{named}</Name>
        </>
      )}
    </>
  );
}

/** The event that did it, when it happened and when it was recorded. */
export function StepCard({ data }: Readonly<{ data: ReplayData }>) {
  const { t, href, base } = useSay();
  const { body, step, steps } = data;
  const { number, entry, type, of, status, occurredAt, recordedAt } = step;
  return (
    <div class={`outcome step is-${of.kind}`}>
      <p class="kicker">{t('replay.of', { number, steps })}</p>
      <h2 id="step" class="h3">
        {t(messageOf(type), { count: 1 })}
        <Subject data={data} />
      </h2>
      <p class="meta">
        {t('replay.happened')} <Time at={occurredAt} /> · {t('replay.recorded')}{' '}
        <Time at={atInstant(recordedAt)} />
      </p>
      {status !== undefined && (
        <p class="badges">
          <span class={`badge is-${status}`}>{t('motion.status', { status })}</span>
        </p>
      )}
      <p class="links">
        {of.kind !== 'body' && (
          <a href={href(`/${pages[of.kind]}/${of.id}`)}>{t('replay.thing', { kind: of.kind })}</a>
        )}
        <a href={`${base}/proofs/${entry}`} download={`entry-${entry}.tlog-proof`}>
          {t('replay.proof', { entry })}
        </a>
        <a class="permalink" href={href(`/replay/${body.bodyId}?at=${entry}`)}>
          {t('replay.permalink')}
        </a>
      </p>
    </div>
  );
}
