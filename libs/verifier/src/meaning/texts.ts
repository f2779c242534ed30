import { createHash } from 'node:crypto';
import type { motion } from '#governance';
import type { Findings, Place } from '../report/report.ts';

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
