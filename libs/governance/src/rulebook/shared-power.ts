import { always, found, live, told } from './rule.ts';
import type { Rule } from './rule.ts';

const shared = {
  selectedBy: { by: 'record' },
  verified: true,
  citation: 'the clause of the body that it applies',
  source: 'rules of co-governing bodies',
} as const;

/** What holds where sides decide together, by the clauses of the body itself. */
export const sharedPower = {
  'SP-01': {
    title: 'No constituency has more seats than the composition rule gives it; parity is kept.',
    ...shared,
    severity: live,
    codes: [
      'CONSTITUENCY_SEAT_LIMIT',
      'BODY_SEAT_LIMIT',
      'PARITY_BROKEN',
      'COMPOSITION_CONTRADICTS_CLAUSE',
      'SEATS_BEYOND_CLAUSE',
      'SEATS_BELOW_CLAUSE',
      'BOUND_CLAUSE_EXCEEDED',
      'BOUND_CLAUSE_NOT_REACHED',
    ],
    remarks: ['BOUND_CLAUSE_NOT_REACHED'],
    noted: ['BOUND_CLAUSE_EXCEEDED'],
    judgedBy: 'decision',
  },
  'SP-02': {
    title:
      "One person holds one voting seat of a body; an organization's voting seats are all of the side declared for it.",
    ...shared,
    severity: live,
    codes: ['PERSON_HOLDS_VOTING_SEAT', 'ORGANIZATION_OUTSIDE_CONSTITUENCY'],
    judgedBy: 'decision',
  },
  'SP-03': {
    title:
      'A quorum is one of the body, of each constituency, and of the seats that must be there, all at once.',
    ...shared,
    severity: live,
    codes: ['QUORUM_NOT_ESTABLISHED', 'CONSTITUENCY_QUORUM_LOST', 'MANDATORY_SEAT_ABSENT'],
    judgedBy: 'decision',
  },
  'SP-04': {
    title: 'A concurrent majority is one of every constituency.',
    ...shared,
    severity: told,
    codes: [],
    judgedBy: 'decision',
  },
  'SP-05': {
    title: 'A side that votes as a bloc casts the votes of all its seats, and only one way.',
    ...shared,
    severity: live,
    codes: [],
    judgedBy: 'decision',
  },
  'SP-06': {
    title: 'An alternate sits only while the member is away; a ballot cast stands.',
    ...shared,
    severity: live,
    codes: ['NOT_PRESENT', 'ALTERNATE_NOT_SITTING', 'ALTERNATE_NOT_ALLOWED', 'BALLOT_STANDS'],
    judgedBy: 'decision',
  },
  'SP-07': {
    title: 'A proxy is given by a clause that allows it, to a seat of the same side that is present.',
    ...shared,
    severity: live,
    codes: [
      'PROXY_NOT_ALLOWED',
      'PROXY_CROSSES_CONSTITUENCY',
      'PROXY_CHAIN',
      'PROXY_LIMIT',
      'PROXY_HOLDER_ABSENT',
      'PROXY_GIVER_PRESENT',
      'BALLOT_STANDS',
    ],
    judgedBy: 'decision',
  },
  'SP-08': {
    title: 'An advisory ballot is recorded and shown, and never counted.',
    ...shared,
    severity: always,
    codes: ['ADVISORY_SEAT', 'NOT_ADVISORY_SEAT'],
    judgedBy: 'decision',
  },
  'SP-09': {
    title: 'Consensus wants a position of every voting seat that is present, and a reason for each block.',
    ...shared,
    severity: live,
    codes: [
      'BLOCK_REASON_REQUIRED',
      'POSITIONS_MISSING',
      'CONSENSUS_ROUNDS_EXHAUSTED',
      'CONSENSUS_NOT_TRIED',
      'CONSENT_NOT_IN_RULE',
      'VOTE_NOT_IN_RULE',
    ],
    judgedBy: 'decision',
  },
  'SP-10': {
    title: 'A recused seat casts no ballot.',
    ...shared,
    severity: live,
    codes: ['RECUSED_CANNOT_VOTE'],
    judgedBy: 'decision',
  },
  'SP-11': {
    title: 'A convener, facilitator or process observer does not move, second or vote.',
    ...shared,
    severity: live,
    codes: ['ROLE_FORBIDS_VOTING', 'NOT_ENTITLED_AS_OF'],
    judgedBy: 'decision',
  },
  'SP-12': {
    title: 'Where a clause asks for it, the second comes from another side than the motion.',
    ...shared,
    severity: live,
    codes: ['SECOND_WRONG_CONSTITUENCY'],
    judgedBy: 'decision',
  },
  'SP-13': {
    title: 'After two failures of one text by a split of the sides, mediation is suggested.',
    ...shared,
    severity: told,
    codes: ['DEADLOCK_SUGGESTS_MEDIATION'],
    judgedBy: 'decision',
  },
  'SP-14': {
    title:
      'An agreement is in force when the last party that must ratify it has, not when the committee voted.',
    ...shared,
    severity: always,
    codes: ['RATIFICATION_INCOMPLETE'],
    judgedBy: 'decision',
  },
  'SP-15': {
    title:
      'A school is designated once, into an open cohort, by a motion adopted, with the sign-offs that are due.',
    ...shared,
    severity: live,
    codes: ['SCHOOL_ALREADY_DESIGNATED', 'SCHOOL_NOT_SELECTED', 'SITE_SIGNOFF_MISSING'],
    judgedBy: 'decision',
  },
  'SP-16': {
    title: 'A record is attested when each co-chair attested the minutes as they stand.',
    ...shared,
    severity: always,
    codes: ['ATTESTATION_HASH_MISMATCH', 'NOT_CO_CHAIR_AS_OF'],
    judgedBy: 'decision',
  },
  'SP-18': {
    title:
      'The agenda is posted, and members have notice, as long before a meeting as a clause of the body asks.',
    ...shared,
    severity: found,
    codes: ['CLAUSE_NOTICE_TOO_SHORT', 'CLAUSE_NOTICE_MISSING'],
    judgedBy: 'decision',
  },
  'SP-17': {
    title: 'Absences are counted for each seat; that they end a seat is proposed and never done.',
    ...shared,
    severity: told,
    codes: [],
    judgedBy: 'view',
  },
} as const satisfies Record<string, Rule>;
