import { readFile } from 'node:fs/promises';
import { MalformedKey, MalformedPolicy } from '#tlog';
import { checkNoticeProof, trustKeys, trustPolicy } from '#verifier';
import type { NoticeCheck, Trust } from '#verifier';
import { Failure } from '../failure.ts';
import { orCannotTell } from './command.ts';

export type VerifyNoticeOptions = Readonly<{ key?: readonly string[]; policy?: string; json?: boolean }>;

/** @throws Failure */
export async function textOf(place: string): Promise<string> {
  try {
    if (!/^https?:\/\//.test(place)) return await readFile(place, 'utf8');
    const answer = await fetch(place, { signal: AbortSignal.timeout(30_000) });
    if (answer.ok) return await answer.text();
    throw new Error(`it answers ${answer.status}`);
  } catch (error) {
    throw new Failure(`${place} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** Whom the reader trusts: a proof that came with its own keys would prove nothing. @throws Failure */
export async function trustOf({ key = [], policy }: VerifyNoticeOptions): Promise<Trust> {
  if (policy === undefined && key.length === 0)
    throw new Failure(
      'say whom you trust: --policy with the log and its witnesses (a feed has its own at /log/policy), or --key',
    );
  try {
    const { logKeys } = trustKeys(key);
    if (policy === undefined) return { logKeys };
    const ofPolicy = trustPolicy(await textOf(policy));
    return { ...ofPolicy, logKeys: [...ofPolicy.logKeys, ...logKeys] };
  } catch (error) {
    if (error instanceof MalformedKey || error instanceof MalformedPolicy)
      throw new Failure(error.message, { cause: error });
    throw error;
  }
}

function* linesOf({ verdict, meetingId, startsAt, findings, problems }: NoticeCheck): Generator<string> {
  for (const { code, message, eventId } of problems)
    yield `${code}: ${message}${eventId === undefined ? '' : ` (event ${eventId})`}`;
  if (verdict !== 'verified') {
    yield verdict === 'not_verified' ? 'Not verified.' : 'Could not tell.';
    return;
  }
  yield `Verified: the proof is of meeting ${meetingId}, which begins ${startsAt?.literal}.`;
  if (findings.length === 0) yield 'It holds no notice that has to be given some time before.';
  for (const { code, ruleId, inputs } of findings) {
    const { of, requiredHours, requiredDays, marginHours, held } = inputs as {
      of: string;
      requiredHours?: number;
      requiredDays?: number;
      marginHours?: number;
      held?: { witness: string; at: string };
    };
    const seen = held
      ? `seen by ${held.witness} at ${held.at}, margin ${marginHours} hours`
      : 'seen by no witness';
    const required = [
      ...(requiredDays === undefined ? [] : [`${requiredDays} days`]),
      ...(requiredHours === undefined ? [] : [`${requiredHours} hours`]),
    ];
    yield `${code} (${ruleId}, ${of}, ${required.join(' and ')}): ${seen}`;
  }
}

/** `minutebook verify-notice FILE|URL` */
export const verifyNoticeCommand = (place: string, options: VerifyNoticeOptions): Promise<void> =>
  orCannotTell(async () => {
    const check = checkNoticeProof(await textOf(place), await trustOf(options));
    console.log(options.json ? JSON.stringify(check, undefined, 2) : [...linesOf(check)].join('\n'));
    return check.verdict;
  });
