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

export function evolve(state: CommitmentState, event: CommitmentEvent, at: When): CommitmentState {
  switch (event.type) {
    case 'CommitmentMade': {
      const { kind, bodyId } = event;
      const terms = termsOf(event);
      return { status: 'open', kind, ...(bodyId !== undefined && { bodyId }), madeAt: at, terms };
    }
    case 'CommitmentRevised':
      return { ...state, terms: { ...state.terms, ...termsOf(event) } };
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
