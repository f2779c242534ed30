import type { When } from '../kernel/index.ts';
import type { ApplicationEvent, SiteSignOffRevoked, VoteRef } from './events.ts';

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
  /** The vote by which it did. */
  signOffVote?: string;
  /** Votes of sign-offs that were revoked, and those that revoked them: none of them signs off again. */
  spentVotes: ReadonlySet<string>;
  submissions: number;
  resubmitBy?: When;
  recused: ReadonlySet<string>;
  /** `seat criterion` of the reviews of the last submission. */
  reviews: ReadonlySet<string>;
}>;

export const noApplication: ApplicationState = {
  status: 'none',
  bodyId: '',
  spentVotes: new Set(),
  submissions: 0,
  recused: new Set(),
  reviews: new Set(),
};

/** No seat id holds a space. */
export const reviewKey = (seatId: string, criterion: string): string => `${seatId} ${criterion}`;

/** A vote as one text. */
export const voteKey = ({ motionId, voteEventId }: VoteRef): string => `${motionId} ${voteEventId}`;

function revoked(state: ApplicationState, { voteRef }: SiteSignOffRevoked): ApplicationState {
  const { signedOffBy: _body, signOffVote, ...rest } = state;
  const spent = [signOffVote, voteRef && voteKey(voteRef)].filter((vote) => vote !== undefined);
  return { ...rest, spentVotes: new Set([...state.spentVotes, ...spent]) };
}

/** Whoever starts again begins anew: who is recused, and what was revoked, stays. */
const startedAgain = ({ recused, spentVotes }: ApplicationState, bodyId: string): ApplicationState => ({
  ...noApplication,
  status: 'started',
  bodyId,
  recused,
  spentVotes,
});

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
      return startedAgain(state, event.bodyId);
    case 'SiteSignOffRecorded': {
      const { siteBodyId, voteRef } = event;
      return { ...state, signedOffBy: siteBodyId, ...(voteRef && { signOffVote: voteKey(voteRef) }) };
    }
    case 'SiteSignOffRevoked':
      return revoked(state, event);
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
