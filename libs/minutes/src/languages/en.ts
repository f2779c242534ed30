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
    'No second needed: {exemption, select, committee_motion {motion of a committee} other {small board}}.',
  disposition:
    'The motion was {status, select, adopted {adopted} rejected {rejected} lapsed {not seconded and lapsed} withdrawn {withdrawn} tabled {laid on the table} postponed {postponed} postponed_indefinitely {postponed indefinitely} referred {referred} void {adopted and is void} pending {left pending} moved {left without a second} other {left as {status}}}.',
  vote: 'Vote ({method, select, roll_call {roll call} voice {voice} show_of_hands {show of hands} written {written} other {secret ballot}}), {at}: {counts}. {result, select, pass {Carried} other {Not carried}}.',
  clause: 'Decided under {clause}.',
  count:
    '{option, select, yes {yes} no {no} abstain {abstaining} absent {absent} excused {excused} recused {recused} paired {paired} other {not voting}} {value, number}',
  option:
    '{option, select, yes {yes} no {no} abstain {abstained} absent {absent} excused {excused} recused {recused} paired {paired} other {present, not voting}}',
  answer: 'Vote',
  corrected: '{option} (corrected; recorded as {recorded})',
  correction: 'Record corrected: {seat}, from {from} to {to}. {reason}',
  recusals: 'Recusals',
  recusal:
    '{seat}, item {item}: interest {identified, select, yes {identified publicly} other {not identified publicly}}, {left, select, yes {left the room} other {did not leave the room}}.',
  rulings: 'Rulings and appeals',
  ruling: 'Question: {question} Ruling: {ruling}',
  appeal:
    'Appealed by {mover}{seconder, select, none {} other {, seconded by {seconder}}}: {outcome, select, sustained {the ruling was sustained} overturned {the ruling was overturned} other {not decided}}.',
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
