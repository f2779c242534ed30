import { historyOf, openLog } from '#verifier';
import { Failure } from '../failure.ts';
import { orCannotTell } from '../verify/command.ts';
import { stepJson, stepLine } from './steps.ts';
import { instantGiven } from './times.ts';

export type DiffOptions = Readonly<{ knownAt: readonly string[]; body?: string; json?: boolean }>;

/** What an instant leaves open, and where the second begins. @throws Failure */
function instants(given: readonly string[]): readonly [after: string, until: string] {
  const [after, until] = given.map((one) => instantGiven('--known-at', one));
  if (given.length !== 2 || after === undefined || until === undefined)
    throw new Failure('give --known-at twice: what was learned after the first, until the second');
  if (until < after) throw new Failure('the second --known-at is before the first');
  return [after, until];
}

/** `minutebook diff PLACE --known-at A --known-at B`: what the record learned in between. */
export const diffCommand = (place: string, { knownAt, body, json }: DiffOptions): Promise<void> =>
  orCannotTell(async () => {
    const [after, until] = instants(knownAt);
    const filter = { knownAt: until, ...(body !== undefined && { bodyId: body }) };
    let learned = 0;
    for await (const step of historyOf(await openLog(place), filter)) {
      if (step.recorded.recordedAt <= after) continue;
      learned++;
      console.log(json ? stepJson(step) : stepLine(step));
    }
    const what = learned === 1 ? '1 event was' : `${learned} events were`;
    if (!json) console.log(`${what} recorded after ${after} and until ${until}.`);
    return 'verified';
  });
