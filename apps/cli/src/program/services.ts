import { Command, Option } from 'commander';
import type { CopyCommandOptions } from '../copy/command.ts';
import type { ImportOptions } from '../import/command.ts';
import type { DataOption } from '../ledger-store.ts';
import type { PublishOptions } from '../publish/command.ts';
import type { StartOptions } from '../start/plan.ts';
import { data } from './data.ts';

export function start(): Command {
  return new Command('start')
    .summary('start the ledger and the feed')
    .description(
      'Starts the ledger (for secretaries and auditors) and the feed (for everyone) as two processes and prints ' +
        "their addresses, a secretary's key and three curl lines to try. Into a new data folder it first records " +
        'the reference history and an example meeting. Ctrl-C stops both.',
    )
    .addOption(
      new Option(
        '--data <dir>',
        'data folder, made if it is not there (default: MINUTEBOOK_DATA, else ./data)',
      ),
    )
    .option('--empty', 'record nothing into a new data folder but the keys')
    .option(
      '--ledger-port <port>',
      'port of the ledger; 0 takes any free one (default: MINUTEBOOK_LEDGER_PORT, else 3000)',
    )
    .option(
      '--feed-port <port>',
      'port of the feed; 0 takes any free one (default: MINUTEBOOK_FEED_PORT, else 3001)',
    )
    .action(async (options: StartOptions) => (await import('../start/command.ts')).startCommand(options));
}

export function serve(): Command {
  return new Command('serve')
    .summary('run one of the services in this process')
    .description(
      'Runs the ledger or the feed alone, as its configuration says, until it gets SIGTERM: for containers and ' +
        'service managers. `start` runs both.',
    )
    .argument('<service>', 'ledger or feed')
    .action(async (service: string) => (await import('../serve/command.ts')).serveCommand(service));
}

export function health(): Command {
  return new Command('health')
    .summary('whether the services that listen here are ready')
    .description(
      'Asks the ledger and the feed, whichever listens where the configuration says, for /health/ready. Exit code 0 ' +
        'when all that listen are ready, 1 when one is not, with the reason, or none listens.',
    )
    .action(async () => (await import('../health/command.ts')).healthCommand());
}

export function importHistory(): Command {
  return new Command('import')
    .summary('record a file of operations through the API')
    .description(
      'Posts the operations of a history file to a running ledger, in order, and stops at the first that is ' +
        'refused. Every operation has an Idempotency-Key made of its content: repeat the import, and it goes on ' +
        'where it stopped, recording nothing twice.',
    )
    .argument('<file>', 'a history file; apps/cli/reference holds two')
    .option('--url <url>', 'address of the ledger', 'http://127.0.0.1:3000')
    .addOption(
      new Option('--key <key>', 'an API key; better in the environment, where others do not see it').env(
        'MINUTEBOOK_KEY',
      ),
    )
    .option('--dry-run', 'check the file and list what would be posted')
    .action(async (file: string, options: ImportOptions) =>
      (await import('../import/command.ts')).importCommand(file, options),
    );
}

export function rebuild(): Command {
  return new Command('rebuild')
    .summary("make the ledger's read models anew from the events")
    .description(
      'Fills new read models from the events, beside those that are read, and swaps them in one step. It may run ' +
        'while the ledger runs. After a kill it goes on where it stopped.',
    )
    .addOption(data)
    .action(async (options: DataOption) => (await import('../rebuild/command.ts')).rebuildCommand(options));
}

export function publish(): Command {
  return new Command('publish')
    .summary('write the public site as files, for any static host')
    .description(
      'Writes all that the feed shows into a folder: pages in every language, data, feeds with their archives, ' +
        'calendars, open data, the log and a proof of each entry. The next run touches only what changed and removes ' +
        'what is gone; other files in the folder stay. It reads the public record alone, beside a running ledger ' +
        'and feed or without them. Exit code: 0 published, 1 refused, and then the folder is as it was.',
    )
    .argument('<folder>', 'new, empty, or published before')
    .option('--base-url <url>', 'where the folder will be served (default: MINUTEBOOK_PUBLIC_URL)')
    .option('--live-url <url>', 'the running feed: what files cannot answer links to it')
    .option(
      '--list',
      'prints every file that was written (+) or removed (-), and addresses that lead nowhere (?)',
    )
    .addOption(data)
    .addHelpText(
      'after',
      '\nExample:\n  minutebook publish site --base-url https://minutes.example.org && minutebook verify site',
    )
    .action(async (folder: string, options: PublishOptions) =>
      (await import('../publish/command.ts')).publishCommand(folder, options),
    );
}

export function copy(): Command {
  return new Command('copy')
    .summary('copy a ledger and its public record from one store to another')
    .description(
      'Copies all events, in their order and with their times, from SQLite to KurrentDB (or EventStoreDB) or back, ' +
        'then the public record with its signatures as it stands, and compares both places in the end, down to the ' +
        'root of the public record. A copy that was cut off goes on where it ended. Stop the services first: nobody ' +
        'may write to the target meanwhile. Texts and keys stay in the data folder.',
    )
    .requiredOption(
      '--from <store>',
      'sqlite:FOLDER (a data folder), sqlite:FILE (its events alone), or a connection string',
    )
    .requiredOption('--to <store>', 'the same; empty, or begun by an earlier copy of the same source')
    .option(
      '--prefix <prefix>',
      'begins the names of the streams in the database, as MINUTEBOOK_STORE_PREFIX',
    )
    .addHelpText(
      'after',
      "\nExample:\n  minutebook copy --from sqlite:data --to 'kurrentdb://127.0.0.1:2113?tls=false'",
    )
    .action(async (options: CopyCommandOptions) => (await import('../copy/command.ts')).copyCommand(options));
}
