import type { DomainEvent, Recorded } from '#governance';
import { rulesId } from '#recording';
import type { CheckId } from '../report/checks.ts';
import type { Findings, Place, Remark } from '../report/report.ts';
import type { Again } from './again/decide-again.ts';
import { differences } from './compare.ts';
import type { Difference } from './compare.ts';
import type { Category } from './streams.ts';

const putting: readonly CheckId[] = ['M3', 'M4', 'M8'];

/** What deciding an event again checks, besides that the rules allow it. */
const checksOf: Readonly<Partial<Record<string, readonly CheckId[]>>> = {
  VoteOpened: putting,
  ConsensusCalled: putting,
  ElectionRoundOpened: putting,
  UnanimousConsentDeclared: [...putting, 'M5', 'M6', 'M7'],
  VoteClosed: ['M5', 'M6', 'M7'],
  ConsensusReached: ['M5', 'M6', 'M7'],
  ConsensusFailed: ['M5', 'M6', 'M7'],
  ElectionRoundClosed: ['M5', 'M6', 'M7'],
  VoteRecordCorrected: ['M5', 'M6', 'M7'],
  VoteTellersReportCorrected: ['M5', 'M6', 'M7'],
  ConsentCalendarApplied: ['M7', 'M8'],
  MotionDrafted: ['M8'],
  MotionTextRevised: ['M8'],
  MotionTextAmended: ['M8'],
  AdoptedMotionAmended: ['M8'],
  InstrumentVersionProposed: ['M9'],
  QuorumEstablished: ['M12'],
  QuorumLost: ['M12'],
};

const dispositions: readonly string[] = ['MotionAdopted', 'MotionRejected', 'ElectionDecided'];

/** The check to which belongs what no other names. */
const ofCategory: Readonly<Record<Category, CheckId>> = {
  motion: 'M2',
  instrument: 'M13',
  organization: 'M14',
  source: 'M14',
  claim: 'M14',
  commitment: 'M14',
  challenge: 'M14',
  consequence: 'M14',
  cohort: 'M14',
  application: 'M14',
  school: 'M14',
  person: 'M14',
  meeting: 'M15',
  body: 'M16',
};

type OfField = Readonly<Partial<Record<string, CheckId>>>;

const ofField: OfField = {
  eligibility: 'M3',
  rosterRevision: 'M3',
  rule: 'M4',
  boundRule: 'M4',
  boundRules: 'M4',
  rollCall: 'M5',
  secret: 'M5',
  represented: 'M5',
  positions: 'M5',
  roll: 'M5',
  withoutVote: 'M5',
  present: 'M5',
  presentSeatIds: 'M5',
  recusedSeatIds: 'M5',
  tally: 'M6',
  trace: 'M6',
  quorum: 'M6',
  changesOutcome: 'M6',
  textSha256: 'M8',
  afterSha256: 'M8',
  text: 'M8',
};

const ofOtherField: OfField = { boundRules: 'M4', fullTextSha256: 'M9', trace: 'M12' };

const categoryCheck = ({ category }: Recorded): CheckId => ofCategory[category as Category];

/** The check to which an event belongs that is there or not. */
export const checkOfType = (recorded: Recorded, type: string = recorded.event.type): CheckId =>
  dispositions.includes(type) ? 'M7' : categoryCheck(recorded);

/** The check to which a difference belongs. */
function checkOf(recorded: Recorded, type: string, field: string): CheckId {
  if (dispositions.includes(type)) return 'M7';
  const fields = recorded.category === 'motion' ? ofField : ofOtherField;
  return fields[field.split('/')[1] ?? ''] ?? categoryCheck(recorded);
}

/** An event of the record and its place. */
export type Judged = Readonly<{ recorded: Recorded; place: Place; findings: Findings }>;

/** Says what does not follow: as a failure, or as what cannot be told where something is hidden or other rules held. */
function tell({ findings, recorded }: Judged, remark: Remark, isCertain: boolean): void {
  const { rules = rulesId } = recorded.envelope;
  if (rules !== rulesId) {
    const message = `${remark.message}, as rules ${rulesId} have it; it was judged by ${rules}`;
    findings.block({ ...remark, code: 'OTHER_RULES', message });
  } else if (isCertain) findings.fail(remark);
  else findings.doubt({ ...remark, code: 'HIDDEN', message: `${remark.message}, of which some is hidden` });
}

/** Says what differs: as a failure, or, where its reason may be hidden, as what cannot be told. */
export function differs(
  judged: Judged,
  check: CheckId,
  { field, expected, found }: Difference,
  isCertain: boolean,
): void {
  const remark = { check, code: 'DIFFERS', message: 'what is recorded does not follow from the record' };
  tell(judged, { ...remark, place: judged.place, field, expected, found }, isCertain);
}

/** An event against one that must have been recorded instead. */
export function judgeEvent(judged: Judged, expected: DomainEvent, isCertain: boolean): void {
  const { recorded } = judged;
  judged.findings.made(checkOfType(recorded, expected.type));
  for (const difference of differences(expected, recorded.event))
    differs(judged, checkOf(recorded, expected.type, difference.field), difference, isCertain);
}

const problems = {
  unknown: 'which the record does not have',
  later: 'which it does not have yet',
  stale: 'which it had no more for over a minute when the event was recorded',
  forgotten: 'which this verifier does not hold any more',
  hidden: 'which may be hidden behind a commitment',
} as const;

/** Where an event pins this revision, by JSON Pointer. */
function pinField(value: unknown, revision: number, at = ''): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const here = `${at}/${name}`;
    if (member === revision && /[rR]evision$/.test(name)) return here;
    const inside = pinField(member, revision, here);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function unread({ findings, place, recorded }: Judged, again: Extract<Again, { came: 'unread' }>): void {
  const { stream, revision, problem } = again.problem;
  const field = pinField(recorded.event, revision);
  const message = `it was decided on ${stream} at revision ${revision}, ${problems[problem]}`;
  const remark = {
    check: 'M11' as const,
    code: `PIN_${problem.toUpperCase()}`,
    message,
    place,
    ...(field !== undefined && { field }),
    found: revision,
  };
  // What is hidden may be the very stream.
  const isUnseen = problem === 'forgotten' || problem === 'hidden';
  if (isUnseen || (again.isPartial && problem !== 'later')) findings.doubt(remark);
  else findings.fail(remark);
}

function refused(judged: Judged, again: Extract<Again, { came: 'refused' }>, isCertain: boolean): void {
  const { place, recorded } = judged;
  const { code, inputs } = again;
  const message = `the rules refuse what is recorded: ${code}`;
  const remark = {
    check: categoryCheck(recorded),
    code: 'REFUSED',
    message,
    place,
    expected: { refused: code, inputs },
  };
  tell(judged, remark, isCertain);
  for (const difference of again.event)
    differs(judged, checkOf(recorded, recorded.event.type, difference.field), difference, isCertain);
}

/** What deciding an event again came to. */
export function judgeAgain(judged: Judged, again: Again, isCertain: boolean): void {
  const { findings, recorded } = judged;
  const { type } = recorded.event;
  findings.made(categoryCheck(recorded));
  findings.made('M10');
  for (const check of checksOf[type] ?? []) findings.made(check);
  if (again.pinned > 0) findings.made('M11', again.pinned);
  if (again.came === 'unread') unread(judged, again);
  else if (again.came === 'refused') refused(judged, again, isCertain);
  else {
    for (const difference of again.event)
      differs(judged, checkOf(recorded, type, difference.field), difference, isCertain);
    for (const { field, ...rest } of again.findings)
      differs(judged, 'M10', { ...rest, field: `/findings${field}` }, isCertain);
  }
}
