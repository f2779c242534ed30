import type { MeetingSummary } from '#projections';
import { useSay } from '../frame/page.tsx';
import { Illustration, Name } from './text.tsx';
import { Time } from './time.tsx';

export type ListedMeeting = MeetingSummary &
  Readonly<{ bodyName?: string | undefined; zone?: string | undefined }>;

function Item({ of }: Readonly<{ of: ListedMeeting }>) {
  const { t, href } = useSay();
  const { meetingId, title, bodyName, bodyId, startsAt, status, meetingType, zone } = of;
  return (
    <li>
      <p class="badges">
        <span class={`badge is-${status}`}>{t('meeting.status', { status })}</span> <Illustration of={of} />
      </p>
      <h3>
        <a href={href(`/meetings/${meetingId}`)}>
          <Name>{title ?? t('meeting.kind', { kind: meetingType ?? 'other' })}</Name>
        </a>
      </h3>
      <p class="meta">
        <Name>{bodyName ?? bodyId ?? ''}</Name>
        {startsAt && (
          <>
            {' · '}
            <Time at={startsAt} zone={zone} />
          </>
        )}
      </p>
    </li>
  );
}

export function MeetingList({ of }: Readonly<{ of: readonly ListedMeeting[] }>) {
  return (
    <ul class="list">
      {of.map((one) => (
        <Item key={one.meetingId} of={one} />
      ))}
    </ul>
  );
}
