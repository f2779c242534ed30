import type { When } from '#governance';
import { timeText } from '../../words/time.ts';
import type { TimeStyle } from '../../words/time.ts';
import { useSay } from '../frame/page.tsx';

/** What HTML takes for a date (WHATWG HTML §2.3.5); undefined for what it has no form for. */
function machineReadable({ precision, earliest, literal }: When): string | undefined {
  if (precision === 'instant') return earliest;
  return precision === 'day' || precision === 'month' || precision === 'year' ? literal : undefined;
}

/** From when on; where that is not known, it is said. */
export function Since({ at, style }: Readonly<{ at: When; style?: TimeStyle }>) {
  const { t } = useSay();
  if (at.precision === 'unknown') return <>{t('seat.sinceUnknown')}</>;
  return (
    <>
      {t('seat.since')} <Time at={at} {...(style && { style })} />
    </>
  );
}

type Props = Readonly<{ at: When; zone?: string | undefined; style?: TimeStyle }>;

export function Time({ at, zone, style = 'full' }: Props) {
  const say = useSay();
  const text = timeText(say, at, { style, ...(zone !== undefined && { zone }) });
  const datetime = machineReadable(at);
  return datetime === undefined ? <span>{text}</span> : <time dateTime={datetime}>{text}</time>;
}
