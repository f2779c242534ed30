import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Organizations, bodies, constituencies and composition. */
export const bodyRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    BODY_UNKNOWN: ['There is no such body then', 'Establish the body first, or check the id and the date.'],
  }),
  ...conflicting({
    ORGANIZATION_EXISTS: ['The organization is registered already', 'Use it, or choose another id.'],
    BODY_EXISTS: ['The body is established already', 'Record on it, or choose another id.'],
    CONSTITUENCY_EXISTS: ['The constituency is defined already', 'Use it, or choose another id.'],
    SUCCESSOR_EXISTS: ['This successor is recorded already', 'Nothing needs to be done.'],
    ROLE_EXISTS: ['There is a role with this id', 'Choose another `roleId`: each assignment has its own.'],
    PROXY_EXISTS: [
      'There is such a proxy already',
      'Revoke the other one first, or choose another `proxyId`.',
    ],
    INSTRUMENT_GOVERNS_ALREADY: ['The instrument governs the body already', 'Nothing needs to be done.'],
    WITNESS_EXISTS: [
      'There is an appointment with this id',
      'Choose another `witnessId`: each appointment has its own.',
    ],
    WITNESS_KEY_APPOINTED: [
      'The key is that of a witness already',
      'Nothing needs to be done; to change its address, dismiss that witness first.',
    ],
    COSIGNATURE_MISSED_ALREADY: [
      'It is on the record that the witness is late',
      'Nothing needs to be done until it has caught up.',
    ],
    COSIGNATURE_NOT_MISSED: ['The witness is not late', 'Nothing needs to be done.'],
    WITNESS_DISMISSED: ['The witness is dismissed already', 'Nothing needs to be done.'],
    INTEREST_EXISTS: ['There is an interest with this id', 'Choose another `interestId`.'],
  }),
  ...refused({
    ORGANIZATION_UNKNOWN: ['An organization is not registered', 'Register it first, or check its id.'],
    TIME_ZONE_UNKNOWN: [
      'There is no such time zone',
      'Use a name of the IANA database, as in America/Los_Angeles.',
    ],
    PARENT_UNKNOWN: ['The parent body is not established', 'Establish the parent first, or check its id.'],
    PARENT_CYCLE: [
      'A body cannot be a subcommittee of itself',
      'Check the parent and the parents of the parent.',
    ],
    BASIS_REQUIRED: [
      'An open-meeting regime needs its basis',
      'Say by which statute, decision or opinion it applies.',
    ],
    WITNESS_UNKNOWN: ['The body has no such witness', 'See `witnesses` of the body.'],
    COSIGNATURE_LATE: [
      'The witness of a party has not cosigned in time',
      'Ask the party whether its server runs and reaches the feed; it refuses what it cannot verify. See `inputs` for the checkpoint and the seconds that it had.',
    ],
    COSIGNATURE_CAUGHT_UP: [
      'The witness of a party has cosigned what it had missed',
      'Nothing needs to be done. See `inputs` for the time, by its own clock.',
    ],
    WITNESS_OF_NO_PARTY: [
      'The organization is no party to the body',
      'A party is an organization for which a constituency of the body stands: define that first, or check the id.',
    ],
    CONSTITUENCY_UNKNOWN: [
      'The body has no such constituency',
      'Define the constituency first, or check its id.',
    ],
    CONSTITUENCY_ID_RESERVED: [
      'This id means the whole body',
      'Choose another `constituencyId`: rules and tallies say `body` of all seats together.',
    ],
    CONSTITUENCY_REPEATED: ['A constituency is listed twice', 'List each constituency once.'],
    AUTHORITY_MISSING: [
      'It is not said by which authority this is done',
      'Name the clause or the motion that allows it, or the authority that appoints.',
    ],
    SEATS_DO_NOT_SUM: [
      'The seats do not add up to the number that is stated',
      'Compare `min` and `max` with the seats of the constituencies.',
    ],
    SHARES_DO_NOT_SUM: [
      'The shares do not add up to 100 percent',
      'Check the shares; rounding may cost one point.',
    ],
    PARITY_BROKEN: [
      'The constituencies do not have the same number of voting seats',
      'Correct the seats, or leave `parity` out.',
    ],
    GOVERNING_INSTRUMENT_UNKNOWN: [
      'There is no such instrument',
      'Register the instrument first (`registerInstrument`), or check its id.',
    ],
    INSTRUMENT_GOVERNS_NOT: [
      'The instrument does not govern the body then',
      'See `governingInstruments` of the body for those that do.',
    ],
    COMPOSITION_CONTRADICTS_CLAUSE: [
      'The composition is another than the clause in force states',
      'See `inputs.differences`; adopt what the clause states, or amend the clause and replace its rule (`replaceRule`) first.',
    ],
    SEATS_BEYOND_CLAUSE: [
      'The constituency would have more voting seats or members than the clause in force states',
      'See `inputs`; close or vacate a seat, or amend the clause and replace its rule (`replaceRule`) first.',
    ],
    SEATS_BELOW_CLAUSE: [
      'The constituency would have fewer voting seats than the clause in force states',
      'See `inputs`; amend the clause and replace its rule (`replaceRule`) first.',
    ],
    BOUND_CLAUSE_EXCEEDED: [
      'The body has more seats than the clause gives it to which the rule is bound',
      'See `inputs.differences`; close seats (`closeSeat`), bind the rule as the clause states it, or amend the clause.',
    ],
    BOUND_CLAUSE_NOT_REACHED: [
      'The body has fewer seats than the clause gives it to which the rule is bound',
      'See `inputs.differences`; open the seats that are missing (`openSeat`).',
    ],
    CONSTITUENCY_SEAT_LIMIT: [
      'The constituency has all the seats that its rule allows',
      'Close a seat, or adopt a new composition rule.',
    ],
    BODY_SEAT_LIMIT: [
      'The body has all the seats that its rule allows',
      'Close a seat, or adopt a new composition rule.',
    ],
    BODY_DISSOLVED: [
      'The body is dissolved then',
      'Nothing can be recorded on it after its end; check the date.',
    ],
    SEATS_STILL_FILLED: [
      'Seats are still filled while the body ends',
      'Vacate the seats if their terms end with the body.',
    ],
    SUCCESSOR_UNKNOWN: ['The successor is not established', 'Establish the body that takes its place first.'],
    SUCCESSOR_IS_SELF: ['A body cannot succeed itself', 'Name the body that takes its place.'],
    ROLE_UNKNOWN: ['There is no such role', 'Check the `roleId`.'],
    ROLE_ENDED: ['The role has ended already', 'Nothing needs to be done; check the `roleId`.'],
    ROLE_REQUIRES_SEAT: [
      'The role is held by a seat, and the holder has none',
      'Assign it to a seat of the body.',
    ],
    ROLE_FORBIDS_VOTING_SEAT: [
      'A convener, facilitator or process observer has no vote',
      'Assign the role to somebody without a voting seat.',
    ],
    CO_CHAIR_CONSTITUENCY_TAKEN: [
      'The constituency has a co-chair already',
      'End the role of the other co-chair first.',
    ],
    CO_CHAIR_OF_OTHER_CONSTITUENCY: [
      'The seat belongs to another constituency',
      'A co-chair chairs for the constituency of the seat.',
    ],
    PROXY_UNKNOWN: ['There is no such proxy', 'Check the `proxyId`.'],
    PROXY_NOT_IN_FORCE: [
      'The proxy is not in force then',
      'It was not granted, was revoked or has expired, or is for another meeting or motion; check date and scope.',
    ],
    PROXY_NOT_ALLOWED: [
      'No clause allows the proxy',
      'Name the clause in `clauseRef`, and vote under a rule whose `absentee` is `proxy`.',
    ],
    PROXY_HOLDER_ABSENT: [
      'The holder of the proxy is not there in person',
      'Record the arrival of the holder first; a proxy does not travel further.',
    ],
    PROXY_GIVER_PRESENT: ['The seat that gave the proxy is present', 'Whoever sits in the seat votes.'],
    PROXY_ANSWER_INVALID: ['A proxy votes yes, no or abstain', 'Record anything else without `by: proxy`.'],
    PROXY_TO_SELF: ['A seat cannot give its vote to itself', 'Name another seat in `toSeatId`.'],
    PROXY_CHAIN: ['A proxy does not travel further', 'The seat holds a proxy or has given one away itself.'],
    PROXY_LIMIT: ['The seat holds as many proxies as it may', 'Give the vote to another seat.'],
    PROXY_CROSSES_CONSTITUENCY: [
      'The proxy goes to another constituency',
      'Give it to a seat of the same constituency.',
    ],
    INTEREST_UNKNOWN: ['There is no such interest', 'Check the `interestId`.'],
    INTEREST_WITHDRAWN: [
      'The interest is withdrawn already',
      'Nothing needs to be done; check the `interestId`.',
    ],
  }),
};
