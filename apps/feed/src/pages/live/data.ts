import type { Live } from '../../live/queries.ts';

export type LiveData = Live &
  Readonly<{
    /** In letters that a room can read. */
    isRoom: boolean;
    lang: string | undefined;
    motionLang: string | undefined;
  }>;
