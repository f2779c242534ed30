import { createHash } from 'node:crypto';
import { instrument } from '#governance';
import type { motion } from '#governance';
import type { Findings, Place, Remark } from '../report/report.ts';
import type { Event } from './event.ts';
import type { ProposedText } from './streams.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A hash of a text that changed has to be that of the text that the motion has now. */
export function checkMotionText(
  stateBefore: unknown,
  stateAfter: unknown,
  place: Place,
  findings: Findings,
): void {
  const [before, after] = [stateBefore, stateAfter] as readonly [motion.MotionState, motion.MotionState];
  if (before.textSha256 === after.textSha256 && before.text === after.text) return;
  findings.made('M8');
  const expected = sha256(after.text);
  if (expected === after.textSha256) return;
  findings.fail({
    check: 'M8',
    code: 'TEXT_HASH_DIFFERS',
    message: 'the hash is not that of the text of the motion',
    place,
    field: '/textSha256',
    expected,
    found: after.textSha256,
  });
}

const differsFrom = (
  { versionId, sha256: found, place }: ProposedText,
  expected: string | undefined,
): Remark => ({
  check: 'M9',
  code: 'CONSOLIDATED_TEXT_DIFFERS',
  message: `the hash of version ${versionId} is not that of the text that its operations make`,
  place,
  field: '/fullTextSha256',
  expected,
  found,
});

function consolidated(state: unknown, versionId: string): string | undefined {
  const text = (state as instrument.InstrumentState).versions.get(versionId)?.text;
  return text && sha256(instrument.canonicalText(text));
}

/** M9: the hash of a version is that of the canonical text that all its operations make. */
export class ConsolidatedTexts {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Judges the version before this event where that is complete; returns what is awaited after it. */
  add({ recorded, place, before, isWhole }: Event, state: unknown): ProposedText | undefined {
    const { event, envelope } = recorded;
    const text = before?.text;
    if (text && event.type === 'InstrumentVersionContinued' && text.commandId === envelope.commandId)
      return text;
    if (text) this.#judge(text, state, isWhole);
    if (event.type !== 'InstrumentVersionProposed' || event.fullTextSha256 === undefined) return undefined;
    const { versionId, fullTextSha256 } = event;
    return { versionId, sha256: fullTextSha256, place, commandId: envelope.commandId };
  }

  /** Where the record ends: more operations may come. */
  unfinished(text: ProposedText, state: unknown, findings: Findings): void {
    findings.made('M9');
    const expected = consolidated(state, text.versionId);
    if (expected !== text.sha256) findings.doubt({ ...differsFrom(text, expected), code: 'UNFINISHED' });
  }

  #judge(text: ProposedText, state: unknown, isCertain: boolean): void {
    this.#findings.made('M9');
    const expected = consolidated(state, text.versionId);
    if (expected === text.sha256) return;
    const remark = differsFrom(text, expected);
    if (isCertain) this.#findings.fail(remark);
    else this.#findings.doubt({ ...remark, code: 'HIDDEN' });
  }
}
