import type { CatalogueEntry } from '../catalogue.ts';
import { refused } from './entry.ts';

/** Why a vote fails although it was held: reasons of tallies, and refusals where a quorum is needed. */
export const quorumRejections: Readonly<Record<string, CatalogueEntry>> = refused({
  QUORUM_NOT_ESTABLISHED: ['There is no quorum', 'See `inputs` for who is counted; wait for more members.'],
  CONSTITUENCY_QUORUM_LOST: [
    'A constituency is below its own quorum',
    'See `inputs` for the constituency and the count.',
  ],
  MANDATORY_SEAT_ABSENT: [
    'A seat is absent without which there is no quorum',
    'See `inputs` for the seat or the office.',
  ],
  TEST_FAILED: ['The votes do not meet the rule', 'The trace shows every test with its numbers.'],
  TIE: ['The vote is tied', 'A tie does not carry.'],
  TIE_TO_MEDIATION: ['The vote is tied and goes to mediation', 'The rule sends ties to mediation.'],
});
