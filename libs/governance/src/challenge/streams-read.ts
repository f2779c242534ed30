import type { Command } from './decide.ts';

/** The motion or meeting that a command names, whose streams its facts are gathered from. */
export const streamsRead = (command: Command): Readonly<{ motionId?: string; meetingId?: string }> => ({
  ...('motionId' in command && command.motionId !== undefined && { motionId: command.motionId }),
  ...('meetingId' in command && command.meetingId !== undefined && { meetingId: command.meetingId }),
});
