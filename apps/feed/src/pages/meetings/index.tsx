import { listBodies, listMeetings } from '#projections';
import type { BodySummary } from '#projections';
import { listCaching } from '../../http/resource.ts';
import { meetings as resource, meetingsRequest } from '../../resources/meetings.ts';
import type { MeetingsQuery } from '../../resources/meetings.ts';
import { nextUrl } from '../../resources/next-link.ts';
import { useSay } from '../frame/page.tsx';
import type { Page } from '../frame/page.tsx';
import { Choose, Day, Filter, Older } from '../parts/filter.tsx';
import { listedMeeting } from '../parts/listed.ts';
import { MeetingList } from '../parts/meeting-list.tsx';
import type { ListedMeeting } from '../parts/meeting-list.tsx';

type MeetingsData = Readonly<{
  query: MeetingsQuery;
  bodies: readonly BodySummary[];
  meetings: readonly ListedMeeting[];
  next?: string | undefined;
}>;

function MeetingsView({ data: { query, bodies, meetings, next } }: Readonly<{ data: MeetingsData }>) {
  const { t, href } = useSay();
  return (
    <>
      <h1>{t('nav.meetings')}</h1>
      <Filter path="/meetings" label={t('filter.meetings')}>
        <Choose
          name="body"
          label={t('filter.body')}
          chosen={query.body}
          of={bodies.map(({ bodyId, name = bodyId }) => ({ value: bodyId, label: name }))}
        />
        <Day name="from" label={t('filter.from')} value={query.from} />
        <Day name="to" label={t('filter.to')} value={query.to} />
      </Filter>
      <h2>{t('filter.found')}</h2>
      {meetings.length === 0 ? <p>{t('filter.nothing')}</p> : <MeetingList of={meetings} />}
      <Older url={nextUrl(href('/meetings'), query, next)} />
    </>
  );
}

/** `GET /{lang}/meetings`: the latest first, with the filters of the resource of the same name. */
export const meetingsPage: Page<MeetingsQuery, MeetingsData> = {
  path: '/meetings',
  parameters: resource.parameters,
  cacheControl: listCaching,
  load: ({ reads, query }) => {
    const { items, next } = listMeetings(reads, meetingsRequest(reads, query));
    const bodies = listBodies(reads, { limit: 200 }).items;
    return { data: { query, bodies, next, meetings: items.map((one) => listedMeeting(reads, one)) } };
  },
  head: ({ t }) => ({ title: t('nav.meetings') }),
  view: MeetingsView,
};
