import type { CatalogueEntry } from '../catalogue.ts';
import { refused } from './entry.ts';

/** Open-meeting law and rules of order, beyond what meetings and motions themselves refuse. */
export const rulebookRejections: Readonly<Record<string, CatalogueEntry>> = refused({
  RULE_NOT_ADOPTABLE: [
    'The rule cannot be adopted as a policy',
    'See `listRules`: only rules of open-meeting law, and those that bind nobody until adopted, can be.',
  ],
  AGENDA_NOT_POSTED: [
    'The meeting began and no posting of its agenda is on the record',
    'Record where and when the agenda was posted, with the time at which it was.',
  ],
  SPECIAL_NOTICE_MISSING: [
    'The special meeting began and no notice to its members is on the record',
    'Record the notice, the waivers, or the arrival of the members that `inputs` names.',
  ],
  EMERGENCY_NOTICE_MISSING: [
    'Media were not told an hour before the emergency meeting',
    'Record the notice to media, or in the minutes why there was none.',
  ],
  ROLL_CALL_REQUIRED: [
    'This vote is taken by roll call',
    'In an emergency meeting, or with members far away, send `method: roll_call`.',
  ],
  REMOTE_BASIS_MISSING: [
    'A member takes part remotely and no legal basis is recorded',
    'Name the provision that allows it in `remoteBasis`.',
  ],
  REMOTE_LOCATION_NOT_POSTED: [
    'The agenda does not name the place from which a member takes part',
    'Tell `remote.location`, and `remote.onAgenda` if the agenda named it; else name the provision that asks for no posting in `remote.rule`.',
  ],
  QUORUM_OUTSIDE_JURISDICTION: [
    'Without the members who are elsewhere there is no quorum where the law asks for one',
    'See `inputs`: seat more members in person (`inPerson`), or inside the jurisdiction, before going on.',
  ],
  ITEM_DESCRIPTION_LONG: [
    'An item is described in more than twenty words',
    'A brief description is enough; nothing needs to be done.',
  ],
  HIGHER_PRECEDENCE_PENDING: [
    'A motion of the same or a higher rank is pending',
    'Dispose of the pending motion first; see `inputs`.',
  ],
  AMENDMENT_DEGREE_EXCEEDED: [
    'An amendment to an amendment cannot be amended',
    'Dispose of the pending amendments first, or substitute.',
  ],
  NOT_PREVAILING_SIDE: [
    'Who moves to reconsider did not vote with the prevailing side',
    'A member who voted with the prevailing side moves it.',
  ],
  RECONSIDER_TOO_LATE: ['It is too late to reconsider', 'Move to rescind, or to amend what was adopted.'],
  ALREADY_RECONSIDERED: [
    'The motion was reconsidered before',
    'Move to rescind, or to amend what was adopted.',
  ],
  POSTPONED_BEYOND_NEXT_SESSION: [
    'The motion is postponed beyond the next regular session',
    'Postpone it to the next session, and there again.',
  ],
  PREVIOUS_NOTICE_REQUIRED: [
    'The motion needs previous notice',
    'Record the notice that was given, or bring the motion at the next meeting.',
  ],
  MINUTES_APPROVED_IMMUTABLE: [
    'Approved minutes are not altered',
    'Correct them by a motion; the correction stands in the minutes of the meeting that makes it.',
  ],
  RATIFICATION_INCOMPLETE: [
    'Not all parties that must ratify have done so',
    'See `inputs` for those that are missing.',
  ],
  RULE_NOT_BOUND: [
    'The rule under which the body decides is not bound to a clause',
    'Register the bylaws, bind the rule to its clause (`bindRule`) and name that in `clause`; see `inputs`. Minutes and imports may tell the rule itself.',
  ],
  QUORUM_RULE_REQUIRED: [
    'No clause of the body states its quorum then',
    'Bind the quorum to its clause (`bindRule`), or tell its tests in `quorum`.',
  ],
  QUORUM_NOT_OF_CLAUSE: [
    'The quorum that is told is another than the clause in force states',
    'Leave `quorum` out: the clause says it. See `inputs.clauses`.',
  ],
  RULE_AMBIGUOUS: [
    'A question is put under one rule: of a clause, or told by itself',
    'Send either `clause` or `rule`.',
  ],
  RULE_REQUIRED: [
    'The question names no rule',
    'Name the clause that states it in `clause`. Without one, a motion other than a main motion is decided as the rules of order say, where the body has adopted them by a clause.',
  ],
  RULE_TERMS_AMBIGUOUS: ['The rule is told by its terms or by a preset', 'Send either `terms` or `preset`.'],
  PRESET_UNKNOWN: ['There is no preset of this name', 'Choose one of `inputs.presets`, or send `terms`.'],
  RULE_NOT_INTERPRETED: [
    'The parts of the rule contradict each other',
    'Record how it is to be read, and who says so, with `interpretRule`.',
  ],
  RULE_INCONSISTENT: [
    'The parts of the rule cannot all hold, or one of them never decides',
    'See `inputs.inconsistencies`; record how the rule is to be read with `interpretRule`.',
  ],
  RULE_CLAUSE_AMENDED: [
    'The clause was amended since the rule was bound to it',
    'Compare the rule with the clause, and replace it with `replaceRule` where it differs.',
  ],
  RULE_EXISTS: ['There is a rule with this id', 'Choose another `ruleId`: each rule has its own.'],
  RULE_UNKNOWN: ['There is no such rule', 'Bind the rule first, or check its id.'],
  RULE_TERMS_MISMATCH: [
    'The terms are not of the kind that is said',
    'Send the field of the kind (`decision`, `quorum`, `notice`, `composition` or `absence`) and no other.',
  ],
  RULE_NOT_CURRENT: [
    'The rule to be replaced is not the last of the clause',
    'Name the rule in `inputs.current`.',
  ],
  RULE_NOT_LATER: [
    'The rule would take effect before the one that it replaces',
    'Choose a later `effectiveFrom`: at every instant one rule holds.',
  ],
  CLAUSE_HAS_RULE: ['The clause has a rule of this kind', 'Replace it with `replaceRule`.'],
  CLAUSE_TEXT_NOT_HELD: [
    'The ledger does not hold the text of the clause',
    'Propose a version with the text, and bind the rule to it.',
  ],
  READING_REQUIRED: ['The reading says nothing', 'Say how the rule is to be read.'],
  BLOCK_REASON_REQUIRED: ['A block needs its reason', 'Say why the seat blocks.'],
});
