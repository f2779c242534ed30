import type { When } from '../kernel/index.ts';
import type { CommitmentEvent, CommitmentKind, CommitmentMade, CommitmentRevised, Terms } from './events.ts';

export type CommitmentStatus = 'none' | 'open' | 'met' | 'missed' | 'released';

export type CommitmentState = Readonly<{
  status: CommitmentStatus;
  kind?: CommitmentKind;
  bodyId?: string;
  /** When it was made. */
  madeAt?: When;
  terms: Terms;
}>;

export const noCommitment: CommitmentState = { status: 'none', terms: {} };

/** The terms in an event. */
export function termsOf({
  measure,
  value,
  due,
  until,
  inPerpetuity,
}: CommitmentMade | CommitmentRevised): Terms {
  return {
    ...(measure && { measure }),
    ...(value && { value }),
    ...(due && { due }),
    ...(until && { until }),
    ...(inPerpetuity !== undefined && { inPerpetuity }),
  };
}

/** The last word counts: what is kept up for ever has no end, and what has an end is not. */
export function revisedTerms(before: Terms, change: Terms): Terms {
  const { until, inPerpetuity, ...rest } = { ...before, ...change };
  const isEndless = inPerpetuity === true && !change.until;
  return {
    ...rest,
    ...(until && !isEndless && { until }),
    ...(inPerpetuity !== undefined && { inPerpetuity: isEndless }),
  };
}

/** What was missed and gets another due date is owed again; that it was missed stays in the record. */
const reopened = ({ status }: CommitmentState, { due }: Terms): CommitmentStatus =>
  status === 'missed' && due ? 'open' : status;

export function evolve(state: CommitmentState, event: CommitmentEvent, at: When): CommitmentState {
  switch (event.type) {
    case 'CommitmentMade': {
      const { kind, bodyId } = event;
      const terms = termsOf(event);
      return { status: 'open', kind, ...(bodyId !== undefined && { bodyId }), madeAt: at, terms };
    }
    case 'CommitmentRevised': {
      const change = termsOf(event);
      return { ...state, status: reopened(state, change), terms: revisedTerms(state.terms, change) };
    }
    case 'CommitmentProgressReported':
      return state;
    case 'CommitmentMet':
      return { ...state, status: 'met' };
    case 'CommitmentMissed':
      return { ...state, status: 'missed' };
    case 'CommitmentReleased':
      return { ...state, status: 'released' };
  }
}
