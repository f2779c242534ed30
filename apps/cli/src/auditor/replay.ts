import { historyOf, openLog } from '#verifier';
import { Failure } from '../failure.ts';
import { orCannotTell } from '../verify/command.ts';
import { stepJson, stepLine } from './steps.ts';
import { instantGiven, timeGiven } from './times.ts';

export type ReplayOptions = Readonly<{
  body?: string;
  asOf?: string;
  knownAt?: string;
  to?: string;
  json?: boolean;
}>;

function indexGiven(to: string | undefined): number | undefined {
  if (to === undefined) return undefined;
  if (!/^\d+$/.test(to)) throw new Failure(`--to ${to} is no index of an entry`);
  return Number(to);
}

/** `minutebook replay PLACE` */
export const replayCommand = (place: string, options: ReplayOptions): Promise<void> =>
  orCannotTell(async () => {
    const { body, json } = options;
    const asOf = timeGiven('--as-of', options.asOf);
    const knownAt = instantGiven('--known-at', options.knownAt);
    const to = indexGiven(options.to);
    const filter = {
      ...(body !== undefined && { bodyId: body }),
      ...(asOf && { asOf }),
      ...(knownAt !== undefined && { knownAt }),
      ...(to !== undefined && { to }),
    };
    let steps = 0;
    for await (const step of historyOf(await openLog(place), filter)) {
      steps++;
      console.log(json ? stepJson(step) : stepLine(step));
    }
    if (steps === 0) console.error('There is no public event of that body or until then in this record.');
    return 'verified';
  });
