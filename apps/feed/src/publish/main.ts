import { parseArgs } from 'node:util';
import { createLogger, loadConfig, runService } from '#platform';
import { recordPlace } from '../record/record-place.ts';
import { publish } from './publish.ts';
import type { PublishedSite } from './publish.ts';
import { NotOurFolder } from './site-folder.ts';

const options = { live: { type: 'string' }, list: { type: 'boolean' } } as const;

/** On a terminal only: how far it is. */
function showProgress(done: number, known: number): void {
  if (process.stderr.isTTY && (done % 100 === 0 || done === known))
    process.stderr.write(`\r${done} of ${known} addresses${done === known ? '\n' : ''}`);
}

function* linesOf(
  { written, removed, unchanged, dead, size, root }: PublishedSite,
  list: boolean,
): Generator<string> {
  if (list) {
    for (const path of written) yield `+ ${path}`;
    for (const path of removed) yield `- ${path}`;
    for (const address of dead) yield `? ${address}`;
  }
  yield `${written.length} files written, ${unchanged} unchanged, ${removed.length} removed.`;
  if (dead.length > 0)
    yield `Addresses that pages name and the record does not have, left without a link: ${dead.length}.`;
  yield `The log in it has ${size} entries, root ${root}.`;
}

/** `publish FOLDER [--live URL] [--list]`, with the settings of the environment: started by `minutebook publish`. */
async function run(): Promise<void> {
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const config = loadConfig();
  const { data, publicUrl } = config;
  const place = recordPlace(config);
  const [folder] = positionals;
  if (folder === undefined || publicUrl === undefined)
    throw new NotOurFolder('name a folder and its address.');
  const logger = createLogger({ service: 'publish', level: 'silent' });
  const { live } = values;
  const site = await publish({ data, place, folder, publicUrl, live, logger, onProgress: showProgress });
  for (const line of linesOf(site, values.list ?? false)) process.stdout.write(`${line}\n`);
}

await runService(run);
