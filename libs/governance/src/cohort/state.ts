import type { When } from '../kernel/index.ts';
import type { ApplicationCallOpened, CohortEvent, CohortSize } from './events.ts';

/** A call for applications; `closedAt` where it was closed, whatever its window said. */
export type Call = Omit<ApplicationCallOpened, 'type'> & Readonly<{ closedAt?: When }>;

export type CohortStatus = 'none' | 'defined' | 'closed';

export type CohortState = Readonly<{
  status: CohortStatus;
  /** Empty before the cohort is defined. */
  bodyId: string;
  definedAt?: When;
  plannedSize: CohortSize;
  /** The last one. */
  call?: Call;
  /** In the order of the selections. */
  selected: ReadonlySet<string>;
}>;

export const noCohort: CohortState = {
  status: 'none',
  bodyId: '',
  plannedSize: 'unknown',
  selected: new Set(),
};

/** A call without one to change cannot have been changed. */
const withCall = ({ call, ...state }: CohortState, change: Partial<Call>): CohortState =>
  call ? { ...state, call: { ...call, ...change } } : state;

export function evolve(state: CohortState, event: CohortEvent, at: When): CohortState {
  switch (event.type) {
    case 'CohortDefined': {
      const { bodyId, plannedSize } = event;
      return { ...state, status: 'defined', bodyId, plannedSize, definedAt: at };
    }
    case 'ApplicationCallOpened': {
      const { type: _type, ...call } = event;
      return { ...state, call };
    }
    case 'ApplicationCallExtended':
      return withCall(state, { closesAt: event.closesAt });
    case 'ApplicationCallClosed':
      return withCall(state, { closedAt: at });
    case 'CohortSizeRevised':
      return { ...state, plannedSize: event.to };
    case 'CohortSelectionApproved': {
      const schoolIds = event.schools.map(({ schoolId }) => schoolId);
      return { ...state, selected: new Set([...state.selected, ...schoolIds]) };
    }
    case 'CohortClosed':
      return { ...state, status: 'closed' };
  }
}
