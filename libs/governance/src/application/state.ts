import type { When } from '../kernel/index.ts';
import type { ApplicationEvent } from './events.ts';

/** `none` before it is started. */
export type ApplicationStatus =
  'none' | 'started' | 'submitted' | 'returned' | 'recommended' | 'selected' | 'not_selected' | 'withdrawn';

export type ApplicationState = Readonly<{
  status: ApplicationStatus;
  /** When it came to its status. */
  since?: When;
  /** Empty before it is started. */
  bodyId: string;
  /** The site body that has signed off, and not revoked it. */
  signedOffBy?: string;
  submissions: number;
  resubmitBy?: When;
  recused: ReadonlySet<string>;
  /** `seat criterion` of the reviews of the last submission. */
  reviews: ReadonlySet<string>;
}>;

export const noApplication: ApplicationState = {
  status: 'none',
  bodyId: '',
  submissions: 0,
  recused: new Set(),
  reviews: new Set(),
};

/** No seat id holds a space. */
export const reviewKey = (seatId: string, criterion: string): string => `${seatId} ${criterion}`;

/** Where the events lead that change nothing but the status. */
const statusAfter = {
  ApplicationRecommended: 'recommended',
  ApplicationSelected: 'selected',
  ApplicationNotSelected: 'not_selected',
  ApplicationWithdrawn: 'withdrawn',
} as const satisfies Partial<Record<ApplicationEvent['type'], ApplicationStatus>>;

function returned(state: ApplicationState, resubmitBy: When | undefined): ApplicationState {
  const { resubmitBy: _before, ...rest } = state;
  return { ...rest, status: 'returned', ...(resubmitBy && { resubmitBy }) };
}

function next(state: ApplicationState, event: ApplicationEvent): ApplicationState {
  switch (event.type) {
    case 'ApplicationStarted':
      return { ...noApplication, status: 'started', bodyId: event.bodyId };
    case 'SiteSignOffRecorded':
      return { ...state, signedOffBy: event.siteBodyId };
    case 'SiteSignOffRevoked': {
      const { signedOffBy: _revoked, ...rest } = state;
      return rest;
    }
    case 'ApplicationSubmitted':
      return { ...state, status: 'submitted', submissions: event.submission, reviews: new Set() };
    case 'ApplicationReturned':
      return returned(state, event.resubmitBy);
    case 'ApplicationReviewed': {
      const review = reviewKey(event.reviewerSeatId, event.criterion);
      return { ...state, reviews: new Set(state.reviews).add(review) };
    }
    case 'ReviewerRecused':
      return { ...state, recused: new Set(state.recused).add(event.reviewerSeatId) };
    case 'ApplicationRecommended':
    case 'ApplicationSelected':
    case 'ApplicationNotSelected':
    case 'ApplicationWithdrawn':
      return { ...state, status: statusAfter[event.type] };
  }
}

export function evolve(state: ApplicationState, event: ApplicationEvent, at: When): ApplicationState {
  const after = next(state, event);
  return after.status === state.status ? after : { ...after, since: at };
}
