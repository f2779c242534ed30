import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { agendaAsClauseAsks } from './clause-notice.ts';
import type { AgendaPosted } from './events.ts';
import { knownItem, scheduledMeeting } from './guards.ts';
import { itemsDescribed, postingInTime } from './notice.ts';
import type { MeetingState } from './state.ts';

/** The agenda is posted at some places, as it stands then. Meeting rules BA-01, BA-02, BA-07, SP-18. */
export type PostAgenda = Readonly<{ type: 'PostAgenda' } & Omit<AgendaPosted, 'type' | 'boundRules'>>;

export function* postAgenda(
  state: MeetingState,
  { type: _type, ...posting }: PostAgenda,
  facts: AtFact & GoverningFact,
): Decision<AgendaPosted> {
  const { at } = facts;
  const { postingId, itemIds } = posting;
  const schedule = yield* scheduledMeeting(state, at);
  if (state.agenda.postings.some((one) => one.postingId === postingId))
    return yield* refuse('POSTING_EXISTS', { postingId });
  const items = [];
  for (const itemId of itemIds) items.push((yield* knownItem(state, itemId)).content);
  yield* postingInTime({ at, ...posting }, state.agenda, schedule);
  const judged = yield* agendaAsClauseAsks({ at, ...posting }, state.agenda, schedule, facts);
  yield* itemsDescribed(items);
  return [{ type: 'AgendaPosted', ...posting, ...judged }];
}
