import { replayScript } from '../frame/assets.ts';
import { useSay } from '../frame/page.tsx';
import { Day, Filter } from '../parts/filter.tsx';
import type { ReplayData } from './data.ts';

type Props = Readonly<{ data: ReplayData }>;

/** For a hand, or the arrow keys; the script shows it, for without one it could do nothing. */
function Drag({ data: { body, step, steps } }: Props) {
  const { t, href, base } = useSay();
  return (
    <>
      <div class="drag" hidden data-path={href(`/replay/${body.bodyId}`)}>
        <label for="replay-range">{t('replay.drag')}</label>
        <input
          id="replay-range"
          type="range"
          min="1"
          max={steps}
          value={step.number}
          aria-valuetext={t('replay.of', { number: step.number, steps })}
        />
        <p class="now meta" aria-hidden="true" />
        <p class="hidden" role="status" />
      </div>
      <script type="module" src={`${base}${replayScript.path}`} />
    </>
  );
}

/** From step to step by links; at an end they lead to where one is, and stay where they are for the keyboard. */
function Stepper({ data: { body, step, steps, to } }: Props) {
  const { t, href } = useSay();
  const here = (isThere: boolean) => (isThere ? 'step' : undefined);
  const path = (entry: number) => href(`/replay/${body.bodyId}?at=${entry}`);
  const [isFirst, isLast] = [step.number === 1, step.number === steps];
  return (
    <nav class="stepper" aria-label={t('replay.steps')}>
      <a href={path(to.first)} aria-current={here(isFirst)}>
        {t('replay.first')}
      </a>
      <a href={path(to.previous)} rel="prev" aria-current={here(isFirst)}>
        {t('replay.previous')}
      </a>
      <a href={path(to.next)} rel="next" aria-current={here(isLast)}>
        {t('replay.next')}
      </a>
      <a href={path(to.last)} aria-current={here(isLast)}>
        {t('replay.last')}
      </a>
    </nav>
  );
}

export function GoTo({ data: { body, step, steps } }: Props) {
  const { t } = useSay();
  return (
    <Filter path={`/replay/${body.bodyId}`} label={t('replay.goTo')} submit={t('replay.go')}>
      <p class="field">
        <label for="filter-step">{t('replay.number', { steps })}</label>
        <input id="filter-step" type="number" name="step" min="1" max={steps} value={step.number} />
      </p>
      <Day name="at" label={t('replay.date')} value={undefined} />
    </Filter>
  );
}

/** They stay in sight while one looks at what changes. */
export function Controls({ data }: Props) {
  const { copy } = useSay();
  // A copy as files holds the latest step; the others are where the form at the end of the page says.
  if (copy) return null;
  return (
    <div class="replay-controls">
      <Drag data={data} />
      <Stepper data={data} />
    </div>
  );
}
