import { streamName } from '#governance';
import { liveOf } from '../../live/queries.ts';
import { languageOf } from '../../record/published.ts';
import { liveCaching, oneIsRoom } from '../../resources/live.ts';
import type { LiveQuery } from '../../resources/live.ts';
import type { Page } from '../frame/page.tsx';
import type { LiveData } from './data.ts';
import { LivePageView } from './view.tsx';

/** `GET /{lang}/live/{meetingId}?room=1`: what a meeting is at, as the public record grows. */
export const livePage: Page<LiveQuery, LiveData> = {
  path: '/live/:id',
  parameters: oneIsRoom,
  cacheControl: liveCaching,
  runsScript: true,
  load: ({ reads, id, query }) => {
    const found = liveOf(reads, id);
    if (found === undefined) return undefined;
    const { meeting, motion } = found;
    const data: LiveData = {
      ...found,
      isRoom: query.room !== undefined,
      lang: languageOf(reads, streamName('meeting', id)),
      motionLang: motion && languageOf(reads, streamName('motion', motion.motionId)),
    };
    return { data, zone: meeting.timeZone };
  },
  head: ({ t }, { meeting: { title, meetingType } }) => ({
    title: t('live.of', { title: title ?? t('meeting.kind', { kind: meetingType ?? 'other' }) }),
  }),
  view: LivePageView,
};
