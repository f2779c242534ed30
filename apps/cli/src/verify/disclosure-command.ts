import { checkDisclosure } from '#verifier';
import type { DisclosureCheck } from '#verifier';
import { orCannotTell } from './command.ts';
import { textOf, trustOf } from './notice-command.ts';
import type { VerifyNoticeOptions } from './notice-command.ts';

function linesOf({ origin, index, event, held, problem }: DisclosureCheck): readonly string[] {
  if (problem) return [`${problem.code}: ${problem.message}`, 'Not verified.'];
  if (!event) return [];
  const { type, stream, revision, occurredAt, recordedAt, data } = event;
  return [
    `Verified: entry ${index} of the log ${origin} is a commitment to this event, and to no other.`,
    `${type} of ${stream}, revision ${revision}; happened ${occurredAt.literal}, recorded ${recordedAt}`,
    held ? `Seen by ${held.witness} at ${held.at}.` : 'Seen by no witness that you trust.',
    JSON.stringify(data, undefined, 2),
  ];
}

/** `minutebook verify-disclosure FILE|URL` */
export const verifyDisclosureCommand = (place: string, options: VerifyNoticeOptions): Promise<void> =>
  orCannotTell(async () => {
    const check = checkDisclosure(await textOf(place), await trustOf(options));
    console.log(options.json ? JSON.stringify(check, undefined, 2) : linesOf(check).join('\n'));
    return check.verdict;
  });
