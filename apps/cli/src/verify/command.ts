import { writeFile } from 'node:fs/promises';
import { MalformedCheckpoint, MalformedNote, parseCheckpoint, parseNote } from '#tlog';
import type { Checkpoint } from '#tlog';
import { openLog, Unreachable, Verification } from '#verifier';
import type { LogSource, Report, SeenTree, Verdict } from '#verifier';
import { Failure } from '../failure.ts';
import { keepHeapSmall } from '../heap.ts';
import { progress } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { AuditorState } from './auditor-state.ts';
import type { SeenLog } from './auditor-state.ts';
import { linesOf } from './print.ts';
import type { Verified } from './print.ts';
import { trusted } from './trusted.ts';
import type { Trusted, TrustOptions } from './trusted.ts';

export type VerifyOptions = TrustOptions &
  Readonly<{ state?: string; report?: string; json?: boolean; fresh?: boolean }>;

const exitCodes: Readonly<Record<Verdict, number>> = { verified: 0, not_verified: 1, cannot_tell: 2 };

const silent: Progress = { at: () => undefined, end: () => undefined };

/** The log of which a note says that it is, and its size; nothing is checked yet. */
function claimedBy(note: string): Pick<Checkpoint, 'origin' | 'size'> {
  try {
    return parseCheckpoint(parseNote(note).text);
  } catch (error) {
    if (error instanceof MalformedNote || error instanceof MalformedCheckpoint)
      return { origin: '', size: 0 };
    throw error;
  }
}

const seenTree = ({ last }: SeenLog): SeenTree | undefined =>
  last && { size: last.size, root: Buffer.from(last.root, 'base64') };

/** Whether what was shown may be held against what will be: signed, whole, and no other than before. */
const isTree = ({ checks }: Report): boolean =>
  checks.every(({ id, failed }) => failed === 0 || !['A', 'C', 'K'].includes(id.charAt(0)));

async function remember(
  state: AuditorState,
  seen: SeenLog,
  { pinned }: Trusted,
  report: Report,
  note: string,
) {
  const { size = 0, root = '' } = report;
  const isNew = isTree(report) && size >= (seen.last?.size ?? 0);
  const at = new Date().toISOString();
  await state.keep({
    ...seen,
    ...(pinned && isTree(report) && { pinned }),
    ...(isNew && { last: { size, root, checkpoint: note, at } }),
  });
}

type Run = Readonly<{ source: LogSource; note: string; state: AuditorState; seen: SeenLog; of: Trusted }>;

/** Goes on where a run that was killed stopped; a run that ended leaves nothing to go on from. */
async function run({ source, note, state, seen, of }: Run, { json, fresh }: VerifyOptions): Promise<Report> {
  const keys = of.trust.logKeys.map(({ vkey }) => vkey).join('\n');
  const file = await state.runFile(`${source.name}\n${keys}`);
  if (fresh) await state.forget(file);
  const verification = new Verification(file);
  if (verification.size > 0)
    console.error(
      `Going on at entry ${verification.size}, where a run before was stopped; --fresh begins anew.`,
    );
  const shown = json ? silent : progress('entries');
  const tree = seenTree(seen);
  try {
    const options = { onProgress: shown.at, resumable: true, ...(tree && { seen: tree }) };
    const report = await verification.extend(source, note, of.trust, options);
    verification.close();
    await state.forget(file);
    return report;
  } finally {
    shown.end();
    verification.close();
  }
}

async function verify(place: string, options: VerifyOptions): Promise<Verified> {
  const source = await openLog(place);
  const note = (await source.read('checkpoint'))?.toString() ?? '';
  const state = new AuditorState(options.state);
  const seen = await state.log(claimedBy(note).origin);
  const of = await trusted(source, seen, options);
  const report = await run({ source, note, state, seen, of }, options);
  if (seen.origin !== '') await remember(state, seen, of, report, note);
  return { place, keys: of.trust.logKeys.map(({ vkey }) => vkey), because: of.because, ...report };
}

/** Nothing that keeps the command from its work says anything against the record: exit code 2. */
export async function orCannotTell(work: () => Promise<Verdict>): Promise<void> {
  try {
    process.exitCode = exitCodes[await work()];
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Failure)
      console.error(`minutebook: ${error.message}`);
    else console.error(error);
    process.exitCode = exitCodes.cannot_tell;
  }
}

/** `minutebook verify PLACE`: 0 verified, 1 not verified, 2 could not tell. */
export const verifyCommand = (place: string, options: VerifyOptions): Promise<void> =>
  orCannotTell(async () => {
    keepHeapSmall();
    const verified = await verify(place, options);
    const text = JSON.stringify(verified, undefined, 2);
    if (options.report !== undefined) await writeFile(options.report, `${text}\n`);
    console.log(options.json ? text : linesOf(verified).join('\n'));
    return verified.verdict;
  });
