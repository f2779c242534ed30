import { Failure } from '../failure.ts';
import { requestsOf } from './history.ts';
import type { History } from './history.ts';
import type { Post } from './ledger-client.ts';

export type Imported = Readonly<{
  operations: number;
  /** Operations that an earlier import had recorded. */
  repeated: number;
  /** How often each finding was recorded, by code. */
  findings: ReadonlyMap<string, number>;
  /** Of the last operation; undefined in an empty history. */
  position: string | undefined;
}>;

type Options = Readonly<{
  post: Post;
  onProgress?: (done: number, total: number) => void;
}>;

/**
 * Records a history through the API, one operation after another. It stops at the first refusal; run again, it
 * goes on from there, because repeated operations answer with their first outcome.
 *
 * @throws Failure naming the entry
 */
export async function importHistory(history: History, { post, onProgress }: Options): Promise<Imported> {
  const requests = requestsOf(history);
  const findings = new Map<string, number>();
  let repeated = 0;
  let position: string | undefined;
  for (const [index, request] of requests.entries()) {
    const receipt = await post(request).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      const place = `entry ${index + 1} of ${requests.length} (${request.path})`;
      throw new Failure(
        `${place}: ${error.message}\nThe ${index} entries before it are recorded; run this again to go on from there.`,
      );
    });
    if (receipt.repeated) repeated++;
    for (const { code } of receipt.findings) findings.set(code, (findings.get(code) ?? 0) + 1);
    position = receipt.position;
    onProgress?.(index + 1, requests.length);
  }
  return { operations: requests.length, repeated, findings, position };
}
