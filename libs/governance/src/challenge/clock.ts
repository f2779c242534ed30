import { addDuration, unknownWhen } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { CureDeadlineComputed, CureDemandReceived, Deadline } from './events.ts';

/** Days to demand; fewer for an action in open session that is said to violate the agenda requirements. */
const toDemand = 90;
const toDemandOverAgenda = 30;
const toRespond = 30;
const toSue = 15;
const agendaSection = '54954.2';

const daysAfter = (kind: Deadline['kind'], days: number, from: When, timeZone: string): Deadline => {
  const duration = { years: 0, months: 0, weeks: 0, days };
  return { kind, due: addDuration(from, `P${days}D`, duration, timeZone) ?? unknownWhen, days, from };
};

const computed = (
  basis: CureDeadlineComputed['basis'],
  timeZone: string,
  deadlines: readonly Deadline[],
): CureDeadlineComputed => ({ type: 'CureDeadlineComputed', basis, rule: 'BA-17', timeZone, deadlines });

type Demand = Pick<CureDemandReceived, 'actedAt' | 'receivedAt' | 'allegedSection' | 'openSession'>;

/** The three deadlines of a demand: Cal. Gov. Code § 54960.1(c). The last supposes that the body stays silent. */
export function deadlinesOfDemand(demand: Demand, timeZone: string): CureDeadlineComputed {
  const { actedAt, receivedAt, allegedSection, openSession } = demand;
  const isOverAgenda = openSession && allegedSection.startsWith(agendaSection);
  const response = daysAfter('response', toRespond, receivedAt, timeZone);
  return computed('demand', timeZone, [
    daysAfter('demand', isOverAgenda ? toDemandOverAgenda : toDemand, actedAt, timeZone),
    response,
    daysAfter('suit', toSue, response.due, timeZone),
  ]);
}

/** Fifteen days after the notice of the response, or after the thirty days: whichever is earlier, § 54960.1(c)(4). */
export function deadlineAfterResponse(
  noticeReceivedAt: When,
  responseDue: When | undefined,
  timeZone: string,
): CureDeadlineComputed {
  const afterLapse = responseDue && daysAfter('suit', toSue, responseDue, timeZone);
  const afterNotice = daysAfter('suit', toSue, noticeReceivedAt, timeZone);
  const isEarlier = !afterLapse || afterNotice.due.latest <= afterLapse.due.latest;
  return computed('response', timeZone, [isEarlier ? afterNotice : afterLapse]);
}
