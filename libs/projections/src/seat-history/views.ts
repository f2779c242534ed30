import type { body, When } from '#governance';
import type { Provenance } from '../provenance.ts';

export type ExtensionView = Readonly<{
  until: When;
  basis: body.SeatTermExtended['basis'];
  provenance: Provenance;
}>;

export type SeatingView = Readonly<{
  seatingId: string;
  holder: body.SeatFilled['holder'];
  /** As the seat shows it, where the name is public. */
  name?: string;
  startsAt: When;
  /** As first recorded. */
  endsAt?: When;
  appointedBy?: string;
  extensions: readonly ExtensionView[];
  vacated?: Readonly<{ at: When; reason: body.VacancyReason; provenance: Provenance }>;
  provenance: Provenance;
}>;

export type VotingRightView = Readonly<{
  votingRight: body.VotingRight;
  since: When;
  provenance: Provenance;
}>;
export type NominationView = Readonly<{ nominatorId: string; personId: string; provenance: Provenance }>;
export type AlternateView = Readonly<{
  personId: string;
  since: When;
  until?: When;
  provenance: Provenance;
}>;

export type SeatHistoryView = Readonly<{
  bodyId: string;
  seatId: string;
  label?: string;
  constituencyId?: string;
  /** Instant, ISO 8601 UTC; absent where everything that is known by now was asked for. */
  knownAt?: string;
  opened?: Readonly<{ at: When; provenance: Provenance }>;
  closed?: Readonly<{ at: When; reason?: string; provenance: Provenance }>;
  /** In the order in which they were recorded, as all that follows. */
  votingRights: readonly VotingRightView[];
  nominations: readonly NominationView[];
  /** In the order in which their terms began, as far as that is known. */
  seatings: readonly SeatingView[];
  alternates: readonly AlternateView[];
}>;
