/** ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export const en = {
  title: 'Minutes of {body}',
  kind: '{kind, select, regular {Regular meeting} special {Special meeting} emergency {Emergency meeting} adjourned {Adjourned meeting} other {Meeting}}, {date}',
  illustration: 'This is an illustration. No real body held this meeting.',
  places: '{count, plural, one {Place: {places}} other {Places: {places}}}',
  called: 'Called to order: {at}. Presiding: {presiding}.',
  calledUnknown: 'Called to order: {at}.',
  secretary: 'Secretary: {secretary}.',
  holder: '{holder} (no seat)',
  constituency: '{label} ({constituency})',
  notices: 'Notice',
  posting: 'Agenda posted {at}: {places}.',
  notice:
    'Notice to {audience, select, members {members} media {the media} other {those who asked for it}}: {at}.{waived, select, none {} other { Waived by {waived}.}}',
  presence: 'Presence',
  seat: 'Seat',
  status: 'Present',
  times: 'Times',
  absent: 'absent',
  excused: 'excused',
  vacant: 'vacant',
  present: '{by, select, alternate {alternate present} other {present}}',
  stay: '{from} – {to}',
  stayOpen: 'from {from}',
  remote: 'remote, under {basis}',
  remoteUnknown: 'remote, provision not recorded',
  remoteFrom: 'from {location}',
  quorum: 'Quorum {established, select, yes {established} other {lost}}: {at}.',
  previous: 'Previous minutes',
  previousApproved:
    'The minutes of the meeting of {date} were approved{corrected, select, yes { as corrected} other {}} (motion {motion}).',
  previousCorrected:
    'The minutes of meeting {meeting} were corrected by motion {motion}: “{before}” became “{after}”.',
  previousNone: 'No minutes of an earlier meeting were approved.',
  agenda: 'Agenda',
  item: '{number}. {title}{opened, select, none {} other { (taken up {opened})}}{admitted, select, none {} emergency {; admitted off the agenda: emergency} need_arose_after_posting {; admitted off the agenda: the need arose after posting} other {; admitted off the agenda: continued from an earlier meeting}}',
  motions: 'Motions',
  motion: 'Motion: {title}',
  moved: 'Moved by {mover}.',
  seconded: 'Seconded by {seconder}.',
  exempted:
    'No second needed: {exemption, select, committee_motion {motion of a committee} class {no motion of this kind needs one} divided_question {seconded with the question that was divided} other {small board}}.',
  disposition:
    'The motion was {status, select, adopted {adopted} rejected {rejected} lapsed {not seconded and lapsed} lapsed_on_table {not taken from the table and lapsed} withdrawn {withdrawn} tabled {laid on the table} postponed {postponed} postponed_indefinitely {postponed indefinitely} referred {referred} void {adopted and is void} divided {divided, and its parts are motions of their own} ruled_out_of_order {ruled out of order} seeking_consensus {left while consensus was sought} reconsideration_pending {decided, and a motion to reconsider it is pending} rescinded {adopted and then rescinded} amended_after_adoption {adopted and then amended} pending {left pending} moved {left without a second} voting {left in the course of a vote} nominating {left with nominations open} electing {left in the course of the balloting} other {not moved}}.',
  motionOfClass:
    '{class, select, fix_time_to_adjourn {Motion to fix the time to which to adjourn} adjourn {Motion to adjourn} recess {Motion to recess} question_of_privilege {Question of privilege} orders_of_the_day {Call for the orders of the day} lay_on_table {Motion to lay on the table} previous_question {Previous question} limit_extend_debate {Motion to limit or extend debate} postpone_definitely {Motion to postpone to a certain time} refer {Motion to refer} amend {Amendment} postpone_indefinitely {Motion to postpone indefinitely} point_of_order {Point of order} inquiry {Inquiry} division_of_assembly {Division of the assembly} appeal {Appeal} suspend_rules {Motion to suspend the rules} object_to_consideration {Objection to the consideration} divide_question {Motion to divide the question} take_from_table {Motion to take from the table} reconsider {Motion to reconsider} rescind {Motion to rescind} amend_previously_adopted {Motion to amend what was adopted} discharge_committee {Motion to discharge a committee} other {Motion}}: {title}',
  appliesTo: 'On the motion: {title}.',
  dividedFrom: 'A part of the question: {title}.',
  dividedInto: 'Divided into: {titles}.',
  amendedBy: 'The text is as amended by: {titles}.',
  previousQuestion: '{at}: the previous question was ordered, by the motion {motion}.',
  debateLimited:
    '{at}: limits of debate were set, by the motion {motion}:{minutes, select, none {} other { {minutes} minutes a speech.}}{speeches, select, none {} 1 { One speech a member.} other { {speeches} speeches a member.}}{closes, select, none {} other { Debate closes: {closes}.}}',
  outOfOrder:
    'Ground of the ruling: {ground, select, not_germane {not germane} precedence {a motion of higher precedence was pending} dilatory {dilatory} other {not in order}}.',
  stance: 'Position',
  reason: 'Reason',
  spokenBy: '{seat} (by {by, select, proxy {proxy} other {alternate}})',
  round:
    'Consensus, round {number, number}{called, select, none {} other { (called by {called})}}, {at}: {result, select, reached {consensus was reached} aborted {the round was broken off} other {no consensus}}.',
  roundFailed:
    '{reason, select, BLOCKED {Blocked.} TOO_MANY_STAND_ASIDES {Too many stood aside.} NOBODY_AGREES {Nobody agreed.} POSITIONS_MISSING {Not everybody took a position.} other {There was no quorum.}}{next, select, round { Another round may follow.} vote { A vote may follow.} round_or_vote { Another round or a vote may follow.} other { The motion is rejected.}}',
  position:
    '{position, select, agree {agrees} agree_with_reservations {agrees with reservations} stand_aside {stands aside} block {blocks} abstain {abstains} recused {recused} no_position {present, no position} other {absent}}',
  advisoryPosition:
    'Heard, not counted: {seat} {position}.{reason, select, none {} other { Reason: {reason}}}',
  consent:
    'Unanimous consent, {at}: nobody of {count, plural, one {one voting seat} other {# voting seats}} present objected.{recused, select, none {} other { Recused: {recused}.}}',
  mediation:
    'Mediation by {mediator}: {outcome, select, referred {the question was referred to it} agreement {the sides agreed} other {the sides did not agree}}.{statement, select, none {} other { {statement}}}',
  objected: '{seat} objected to unanimous consent.{reason, select, none {} other { Reason: {reason}}}',
  calendar: 'Consent calendar, with the motions:',
  adoptedWith: 'Adopted with the consent calendar: {title}.',
  election: 'Election: {title}',
  office:
    '{role, select, chair {chair} co_chair {co-chair} vice_chair {vice chair} secretary {secretary} convener {convener} facilitator {facilitator} other {process observer}}{constituency, select, none {} other { for {constituency}}}',
  electionOf: 'Office: {office}. Nominated:',
  nomination:
    '{candidate}{by, select, none {} other {, nominated by {by}}}{withdrawn, select, yes { (declined)} other {}}',
  nominationsClosed: 'Nominations were closed: {at}.',
  ballot:
    'Ballot {number, number} ({method, select, roll_call {roll call} voice {voice} show_of_hands {show of hands} written {written} other {secret ballot}}), {at}: {totals, select, none {} other {{totals}. }}{result, select, elected {A candidate has the votes that the rule asks for.} aborted {The ballot was broken off.} other {Nobody is elected.}}',
  electionTotal: '{candidate, select, none {abstaining} other {{candidate}}} {votes, number}',
  countedApart: 'Counted for {constituency}: {totals}.',
  tellers: 'Tellers: {tellers}.',
  elector:
    '{option, select, abstain {abstained} recused {recused} absent {absent} other {present, not voting}}',
  elected: 'Elected as {office}: {elected}.',
  vote: 'Vote ({method, select, roll_call {roll call} voice {voice} show_of_hands {show of hands} written {written} other {secret ballot}}), {at}: {counts}. {result, select, pass {Carried} other {Not carried}}.',
  secretBallot:
    'Secret ballot: {count, plural, one {one voting seat} other {# voting seats}} could cast a ballot; whose ballot was which is not recorded.{tellers, select, none {} other { Tellers: {tellers}.}}',
  clause: 'Decided under {clause}.',
  count:
    '{option, select, yes {yes} no {no} abstain {abstaining} absent {absent} excused {excused} recused {recused} paired {paired} other {not voting}} {value, number}',
  option:
    '{option, select, yes {yes} no {no} abstain {abstained} absent {absent} excused {excused} recused {recused} paired {paired} other {present, not voting}}',
  answer: 'Vote',
  corrected: '{option} (corrected; recorded as {recorded})',
  correction: 'Record corrected: {seat}, from {from} to {to}. {reason}',
  reportCorrection: 'Tellers’ report corrected: from {from} to {to}. {reason}',
  recusals: 'Recusals',
  recusal:
    '{seat}, item {item}: interest {identified, select, yes {identified publicly} other {not identified publicly}}, {left, select, yes {left the room} other {did not leave the room}}.',
  rulings: 'Rulings and appeals',
  ruling: 'Question: {question} Ruling: {ruling}',
  appeal:
    'Appealed by {mover}{seconder, select, none {} other {, seconded by {seconder}}}: {outcome, select, sustained {the ruling was sustained} sustained_by_tie {the vote was tied, which sustains the ruling} overturned {the ruling was overturned} other {not decided}}.',
  suspensions: 'Rules suspended',
  suspended:
    '{at}: {count, plural, one {rule {rules} was} other {rules {rules} were}} suspended {item, select, none {until the adjournment} other {for item {item}}}, by the motion {motion}.{clause, select, none {} other { As {clause} provides.}} Purpose: {purpose}',
  comment: 'Public comment',
  speakers:
    '{item, select, none {} other {Item {item}: }}{count, plural, =0 {nobody spoke} one {one speaker} other {# speakers}}.',
  closed: 'Closed session',
  closedSession: 'Under {statute}, from {from}{to, select, none {} other { to {to}}}.',
  report: 'Reported: {action}{votes, select, none {} other { Vote: {votes}}}',
  noReport: 'No action was reported.',
  adjournment: 'Adjournment',
  recess: 'Recess: {from}{to, select, none {} other { to {to}}}.',
  adjourned: 'Adjourned: {at}{to, select, none {} other {, to {to}}}.',
  notAdjourned: 'The record does not tell when the meeting was adjourned.',
  checklist: 'Not in the record',
  missing:
    '{code, select, body_name {the name of the body} date {the date} place {the place} call_to_order {the call to order} presiding_officer {who presided} secretary {who was secretary} presence {who was present} remote_basis {the provision for remote participation of {id}} previous_minutes {whether previous minutes were approved} wording {the wording of motion {id}} mover {who moved motion {id}} seconder {who seconded motion {id}} disposition {the disposition of motion {id}} closed_session_report {a report out of closed session} adjournment {the hour of adjournment} other {{code}}}',
  hash: 'SHA-256 of these minutes in every language: {sha256}',
  unknown: 'at a time that is not known',
};

export type MessageId = keyof typeof en;

/** The sentences of one language: another language is another file with the same messages. */
export type Catalogue = Readonly<Record<MessageId, string>>;
