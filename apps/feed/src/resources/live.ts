import { json } from '../http/resource.ts';
import type { Resource } from '../http/resource.ts';
import { liveOf } from '../live/queries.ts';

/** It holds for this moment: whoever keeps it asks again before it is shown. */
export const liveCaching = 'no-cache';

export const oneIsRoom = {
  room: {
    accepts: '1, for letters that a room can read',
    read: (text: string) => (text === '1' ? text : undefined),
  },
};
export type LiveQuery = Readonly<{ room?: string }>;

/** `GET /live/{meetingId}`: what a meeting is at, up to an entry of the log; `/events?after=` tells of what comes. */
export const live: Resource<LiveQuery> = {
  path: '/live/:id',
  parameters: oneIsRoom,
  mediaType: json,
  hasPage: true,
  cacheControl: liveCaching,
  render: ({ reads, id }) => {
    const found = liveOf(reads, id);
    if (found === undefined) return undefined;
    const { meeting, ...rest } = found;
    const { meetingId, bodyId, title, status } = meeting;
    return { body: { meetingId, bodyId, title, status, ...rest } };
  },
};
