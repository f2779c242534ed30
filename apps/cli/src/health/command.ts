import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { loadConfig } from '../../../../libs/platform/src/config/index.ts';
import { Failure } from '../failure.ts';
import { urlOf } from '../start/url-of.ts';

type Answer = Readonly<{ status: number; body: string }>;

/** undefined where nobody listens. */
const ask = (url: string): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { timeout: 4_000 }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    })
      .on('timeout', () => reject(new Failure(`${url} does not answer`)))
      .on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
      );
  });

const detailOf = (body: string): string => (JSON.parse(body) as { detail?: string }).detail ?? body;

/**
 * `minutebook health`: whether the services that listen here are ready; for a container, or a script.
 *
 * @throws Failure naming the part that is not, or where none listens
 */
export async function healthCommand(): Promise<void> {
  const { ledgerHost, ledgerPort, feedHost, feedPort } = loadConfig();
  const urls = [urlOf(ledgerHost, ledgerPort), urlOf(feedHost, feedPort)].map((url) => `${url}/health/ready`);
  let listening = 0;
  for (const url of urls) {
    const answer = await ask(url);
    if (!answer) continue;
    if (answer.status !== 200) throw new Failure(`${url}: ${detailOf(answer.body)}`);
    listening++;
    console.log(`${url} is ready`);
  }
  if (listening === 0) throw new Failure(`nobody listens at ${urls.join(' or ')}`);
}
