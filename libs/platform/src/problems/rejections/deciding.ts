import type { CatalogueEntry } from '../catalogue.ts';
import { refused } from './entry.ts';

/** Ways of deciding other than a vote seat by seat. */
export const decidingRejections: Readonly<Record<string, CatalogueEntry>> = refused({
  CONSENSUS_NOT_IN_RULE: [
    'The rule does not decide by consensus',
    'Open a vote, or name a rule whose `mode` is `consensus` or `consensus_then_vote`.',
  ],
  CONSENSUS_NOT_TRIED: [
    'The rule wants consensus to be sought before a vote',
    'Call consensus on this text in this meeting; a vote may follow a round that fails.',
  ],
  CONSENSUS_ROUNDS_EXHAUSTED: [
    'The rule allows no further round on this text in this meeting',
    'Open the vote where the rule has one, change the text, or take it up in another meeting.',
  ],
  VOTE_NOT_IN_RULE: ['The rule decides by consensus and by nothing else', 'Call consensus instead.'],
  ROUND_NOT_OPEN: ['This round of consensus is not open', 'Call it first, or check the `roundId`.'],
  DUPLICATE_POSITION: ['The seat has taken a position in this round', 'Change the position instead.'],
  NO_POSITION_TO_CHANGE: ['The seat has taken no position in this round', 'Record the position instead.'],
  POSITION_UNCHANGED: ['The seat has taken this position already', 'Nothing needs to be done.'],
  BLOCK_REASON_REQUIRED: ['A block needs a reason', 'Say in `reason` why the seat blocks.'],
  POSITIONS_MISSING: [
    'Members are present and have taken no position',
    'Record the position of every voting seat that is present; to abstain is one.',
  ],
  BLOCKED: ['There are more blocks than the rule allows', 'The trace shows how many, and their reasons.'],
  TOO_MANY_STAND_ASIDES: [
    'More seats stand aside than the rule allows',
    'The trace shows how many, and how many the rule allows.',
  ],
  NOBODY_AGREES: ['Nobody agrees', 'Consensus needs at least one seat that agrees.'],
  UNANIMOUS_CONSENT_OBJECTED: [
    'A member has objected to unanimous consent',
    'Open the vote: one objection is enough. A changed text may be asked for anew.',
  ],
  CONSENT_NOT_IN_RULE: [
    'The rule wants the position of everybody',
    'Call consensus; silence is no position.',
  ],
  CONSENT_BELOW_RULE: [
    'The rule could not be met even if everybody present voted yes',
    'Wait for more members; `inputs.alternatives` shows what is missing.',
  ],
  CONSENT_MOTION_NOT_ADOPTABLE: [
    'A motion on the consent calendar cannot be adopted with it',
    'Pull its item, or submit the motion; see `inputs` for the motion and its state.',
  ],
  CONSENT_CALENDAR_EMPTY: [
    'The meeting has no consent item with a motion that was not pulled',
    'Name the motion of each consent item on the agenda.',
  ],
  CONSENT_CALENDAR_OF_OTHER_MEETING: [
    'The consent calendar was compiled for another meeting',
    'Compile it for this one.',
  ],
  CONSENT_ITEM_PULLED: [
    'Items were pulled since the consent calendar was compiled',
    'Compile it anew, and decide the pulled items by themselves.',
  ],
  CONSENT_CALENDAR_NOT_ADOPTED: [
    'The consent calendar is not adopted',
    'Decide on it first; its motions are adopted with it.',
  ],
  NOT_ON_CONSENT_CALENDAR: [
    'The consent calendar does not name this motion',
    'Decide on the motion by itself.',
  ],
});
