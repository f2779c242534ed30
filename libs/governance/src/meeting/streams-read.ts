import type { Command } from './decide.ts';
import type { EarlierMeeting } from './facts.ts';
import { questionsOf } from './attendance-at.ts';
import { agendizedItems } from './notice.ts';
import { isOpen } from './span.ts';
import type { MeetingState } from './state.ts';
import type { When } from '../kernel/index.ts';

/** Streams from which the facts of a command are gathered. */
export type StreamsRead = Readonly<{
  /** Its roster and regime; absent where the meeting does not exist. */
  bodyId?: string;
  /** Motions whose votes count. */
  motionIds: readonly string[];
  /** Meetings from which items were continued. */
  meetingIds: readonly string[];
  /** The motion by which the body does it. */
  authorityMotionId?: string;
  /** Motions that may be before the body. */
  questionIds?: readonly string[];
}>;

const motionOf = ({ agenda }: MeetingState, itemId: string): readonly string[] => {
  const motionId = agenda.items.get(itemId)?.content.motionId;
  return motionId === undefined ? [] : [motionId];
};

/** Items that the adjournment closes, and those of closed sessions. */
const endingItemIds = ({ agenda, proceedings }: MeetingState): readonly string[] => [
  ...[...agenda.items].filter(([, { openings }]) => isOpen(openings.at(-1))).map(([itemId]) => itemId),
  ...proceedings.closedSessions.flatMap(({ itemIds }) => itemIds),
];

function motionIdsRead(state: MeetingState, command: Command): readonly string[] {
  if (command.type === 'AdmitOffAgendaItem') return command.findingMotionId ? [command.findingMotionId] : [];
  if (command.type === 'CloseItem') return motionOf(state, command.itemId);
  // The item's own motion, or the one that adopts the consent calendar: any on the agenda may be that.
  if (command.type === 'PullFromConsent')
    return [...state.agenda.items.keys()].flatMap((itemId) => motionOf(state, itemId));
  if (command.type === 'Adjourn') return endingItemIds(state).flatMap((itemId) => motionOf(state, itemId));
  return [];
}

function meetingIdsRead({ agenda }: MeetingState, command: Command): readonly string[] {
  if (command.type !== 'AdmitOffAgendaItem') return [];
  const from = agenda.items.get(command.itemId)?.content.continuedFrom;
  return from === undefined ? [] : [from];
}

function authorityMotionId(command: Command): string | undefined {
  if (command.type === 'ApproveMinutes') return command.motionId;
  return command.type === 'CorrectMinutes' ? command.authorityMotionId : undefined;
}

function questionIdsRead(state: MeetingState, motionId: string): readonly string[] {
  const { stated, agendized } = questionsOf(state);
  return [...new Set([motionId, ...stated, ...agendized])];
}

/** What a command asks of other streams. */
export function streamsRead(state: MeetingState, command: Command): StreamsRead {
  const bodyId = command.type === 'ScheduleMeeting' ? command.bodyId : state.schedule?.bodyId;
  const motionId = authorityMotionId(command);
  return {
    ...(bodyId !== undefined && { bodyId }),
    motionIds: [...new Set(motionIdsRead(state, command))],
    meetingIds: meetingIdsRead(state, command),
    ...(motionId !== undefined && { authorityMotionId: motionId }),
    ...('byMotionId' in command && command.byMotionId !== undefined && { questionIds: [command.byMotionId] }),
    ...(command.type === 'StateQuestion' && { questionIds: questionIdsRead(state, command.motionId) }),
  };
}

/** A meeting as the fact that another meeting asks for; undefined where it was not scheduled. */
export function earlierMeeting({ schedule, agenda }: MeetingState, at: When): EarlierMeeting | undefined {
  if (!schedule) return undefined;
  const { bodyId, startsAt } = schedule;
  return { bodyId, startsAt, items: agendizedItems(agenda, schedule, at) };
}
