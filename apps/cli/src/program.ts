import { Command, Option } from 'commander';
import type { CopyCommandOptions } from './copy/command.ts';
import type { ImportOptions } from './import/command.ts';
import type { GenerateOptions } from './keys/log-keys.ts';
import type { CreateOptions, ListOptions, RevokeOptions } from './keys/commands.ts';
import type { RebuildOptions } from './rebuild/command.ts';
import type { StartOptions } from './start/plan.ts';
import type { DiffOptions } from './auditor/diff.ts';
import type { ExplainOptions } from './auditor/explain.ts';
import type { ReplayOptions } from './auditor/replay.ts';
import type { VerifyDiffOptions } from './auditor/verify-diff.ts';
import type { VerifyOptions } from './verify/command.ts';
import type { WitnessOptions } from './witness/command.ts';

/** Every command loads its own code when it is called: `--help` and a second start stay quick. */
const data = new Option(
  '--data <dir>',
  'data folder (default: MINUTEBOOK_DATA, else ./data); the ledger may be running on it or not',
);

function start(): Command {
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
    .action(async (options: StartOptions) => (await import('./start/command.ts')).startCommand(options));
}

function keys(): Command {
  const group = new Command('keys')
    .summary('create, list and revoke API keys; the keys of the log')
    .description(
      'API keys say who records. Only the hash of a key is kept, in the ledger itself: a grant and a revocation ' +
        'are events like all others. These commands write to the data folder, whether the ledger runs or not.',
    );
  group
    .command('create')
    .summary('make a key and print it once')
    .description(
      'Makes a key and prints it: once, it is stored nowhere. Roles: a secretary records and reads, an auditor ' +
        'reads everything, an admin also gives access. With --body the key is good for that body only.',
    )
    .addOption(
      new Option('--role <role>', 'what the key may do')
        .choices(['secretary', 'auditor', 'admin'])
        .makeOptionMandatory(),
    )
    .option('--body <id>', 'the one body for which it is good; all bodies if left out')
    .option('--label <text>', 'what the list of keys shows; an office, not a name')
    .option('--expires <instant>', 'from when on the key is no longer good, for example 2027-06-30T00:00:00Z')
    .addOption(data)
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s minutebook -- keys create --role secretary --body cssc --label "CSSC desk"',
    )
    .action(async (options: CreateOptions) => (await import('./keys/commands.ts')).createKey(options));
  group
    .command('list')
    .summary('list all keys: never the keys themselves')
    .addOption(data)
    .option('--json', 'one JSON object a line')
    .action(async (options: ListOptions) => (await import('./keys/commands.ts')).printKeys(options));
  group
    .command('revoke')
    .summary('make a key worthless, for ever')
    .argument('<id>', 'the id that `keys list` shows; it also stands in the key between the underscores')
    .option('--reason <text>', 'why; stays in the record')
    .addOption(data)
    .action(async (id: string, options: RevokeOptions) =>
      (await import('./keys/commands.ts')).revokeKey(id, options),
    );
  addLogKeys(group);
  return group;
}

/** The keys that sign the transparency log: files, not API keys. */
function addLogKeys(group: Command): void {
  group
    .command('generate-log-key')
    .summary('make the key that signs the transparency log, before the first start')
    .description(
      'The first start makes one by itself; this is for who would choose the name of the log or keep a copy of ' +
        'the key before anything is signed. Prints the public part.',
    )
    .option('--origin <name>', 'the address of the log without its scheme (default: MINUTEBOOK_LOG_ORIGIN)')
    .addOption(data)
    .action(async (options: GenerateOptions) => (await import('./keys/log-keys.ts')).generateLogKey(options));
  group
    .command('rotate-log-key')
    .summary('add a key to those that sign the log: for a time, two do')
    .addOption(data)
    .action(async (options: { data?: string }) => (await import('./keys/log-keys.ts')).rotateLogKey(options));
  group
    .command('retire-log-key')
    .summary('end a key of the log, never the last')
    .argument('<id>', 'the eight digits after the name: `keys list-log-keys` shows them')
    .addOption(data)
    .action(async (id: string, options: { data?: string }) =>
      (await import('./keys/log-keys.ts')).retireLogKey(id, options),
    );
  group
    .command('list-log-keys')
    .summary('list the public parts of all keys that ever signed the log, and when')
    .addOption(data)
    .action(async (options: { data?: string }) => (await import('./keys/log-keys.ts')).listLogKeys(options));
}

function importHistory(): Command {
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
      (await import('./import/command.ts')).importCommand(file, options),
    );
}

function rebuild(): Command {
  return new Command('rebuild')
    .summary("make the ledger's read models anew from the events")
    .description(
      'Fills new read models from the events, beside those that are read, and swaps them in one step. It may run ' +
        'while the ledger runs. After a kill it goes on where it stopped.',
    )
    .addOption(data)
    .action(async (options: RebuildOptions) =>
      (await import('./rebuild/command.ts')).rebuildCommand(options),
    );
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** A command of the auditor: a mistyped option, too, ends with 2, for 1 says something of the record. */
const auditors = (name: string): Command =>
  new Command(name).exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

const record = ['<url|folder>', 'a feed, a copy of one, or the prefix of its log'] as const;

function copy(): Command {
  return new Command('copy')
    .summary('copy the events of a ledger from one store to another')
    .description(
      'Copies all events, in their order, from a SQLite file to KurrentDB (or EventStoreDB) or back, and compares both ' +
        'stores in the end. A copy that was cut off goes on where it ended. Nobody may write to the target meanwhile.',
    )
    .requiredOption('--from <store>', 'sqlite:FILE, or a connection string')
    .requiredOption('--to <store>', 'the same; empty, or begun by an earlier copy of the same source')
    .addHelpText(
      'after',
      "\nExample:\n  minutebook copy --from sqlite:data/ledger/events.sqlite --to 'kurrentdb://127.0.0.1:2113?tls=false'",
    )
    .action(async (options: CopyCommandOptions) => (await import('./copy/command.ts')).copyCommand(options));
}

function verify(): Command {
  return (
    new Command('verify')
      .summary('check a public record, trusting nobody')
      .description(
        'Reads the transparency log of a feed, or of a copy in a folder, and checks all of it: signatures and ' +
          'witnesses, every entry against every tile and the root, that nothing changed since you looked last, and ' +
          'that every vote, roster and rule follows from what was recorded before. VERIFIER.md numbers the checks. ' +
          'A run that was killed goes on where it stopped. Exit code: 0 verified, 1 not verified, 2 could not tell.',
      )
      .argument(...record)
      .option(
        '--key <vkey>',
        "a key of the log that you trust (may be repeated); better than the log's own word",
        several,
      )
      .option(
        '--policy <file>',
        'a policy (tlog-policy): the log, its witnesses, and how many must have cosigned',
      )
      .option('--report <file>', 'writes every check and every failure, with its place, as JSON')
      .option('--json', 'prints the report as JSON')
      .option('--fresh', 'begins anew, also where a run was killed')
      .option(
        '--state <dir>',
        'what you saw last (default: $XDG_STATE_HOME/minutebook or ~/.local/state/minutebook)',
      )
      // Not even a mistyped option says that a record is not verified.
      .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
      .action(async (place: string, options: VerifyOptions) =>
        (await import('./verify/command.ts')).verifyCommand(place, options),
      )
  );
}

function witness(): Command {
  return new Command('witness')
    .summary("cosign a ledger's log, as a party to it")
    .description(
      'A small server of your own. It follows the log of a feed and verifies every entry, its hashes and its ' +
        'meaning. When the ledger asks, it cosigns what extends all that it cosigned before and passes, and nothing ' +
        'else: from then on nobody can show you another record. Prints the key by which a body appoints it.',
    )
    .argument('<feed>', 'address of the feed')
    .option('--name <name>', 'how people know it: an address without a scheme; needed at the first start')
    .option('--key <vkey>', 'a key of the log that you trust (may be repeated)', several)
    .option('--data <dir>', 'folder for its key, what it signed and what it verified', './witness')
    .option('--host <host>', 'address on which it listens', '127.0.0.1')
    .option('--port <port>', 'port; 0 takes any free one', '3002')
    .option('--interval <ms>', 'milliseconds between two looks at the log', '2000')
    .action(async (feed: string, options: WitnessOptions) =>
      (await import('./witness/command.ts')).witnessCommand(feed, options),
    );
}

function verifyDiff(): Command {
  return auditors('verify-diff')
    .summary('tell whether one copy of a record extends another')
    .description(
      'Holds two copies of a public record against each other, entry by entry, and names the first entry and its ' +
        'fields that differ. Exit code: 0 the new one is the old one or extends it, 1 it does not, 2 could not tell.',
    )
    .argument('<old>', 'a feed or a folder')
    .argument('<new>', 'a feed or a folder')
    .option('--json', 'prints the comparison as JSON')
    .action(async (older: string, newer: string, options: VerifyDiffOptions) =>
      (await import('./auditor/verify-diff.ts')).verifyDiffCommand(older, newer, options),
    );
}

function replay(): Command {
  return auditors('replay')
    .summary('step through the decision history')
    .description(
      'Prints the public events of a record, in the order in which they were recorded, with the status in which ' +
        'each leaves its motion. It believes what it reads: `verify` checks it.',
    )
    .argument(...record)
    .option('--body <id>', 'one body: its roster, meetings, motions and instruments')
    .option('--as-of <time>', 'what had happened by then, for example 2024-10-08 (in UTC)')
    .option('--known-at <instant>', 'what the record held by then')
    .option('--to <index>', 'up to this entry of the log')
    .option('--json', 'one JSON object a line (NDJSON)')
    .action(async (place: string, options: ReplayOptions) =>
      (await import('./auditor/replay.ts')).replayCommand(place, options),
    );
}

function explain(): Command {
  return auditors('explain')
    .summary('say why a decision came out as it did')
    .description(
      'The outcome of a decision in plain sentences, with every number and the clause of its rule.',
    )
    .argument('<decision>', 'the motion and its vote, for example example-motion:example-vote')
    .argument(...record)
    .option('--json', 'prints the decision as JSON')
    .action(async (decision: string, place: string, options: ExplainOptions) =>
      (await import('./auditor/explain.ts')).explainCommand(decision, place, options),
    );
}

function diff(): Command {
  return auditors('diff')
    .summary('tell what the record learned between two instants')
    .description('What was recorded after one instant and by another, and when it had happened.')
    .argument(...record)
    .requiredOption('--known-at <instants...>', 'two instants: after the first, until the second')
    .option('--body <id>', 'one body')
    .option('--json', 'one JSON object a line (NDJSON)')
    .action(async (place: string, options: DiffOptions) =>
      (await import('./auditor/diff.ts')).diffCommand(place, options),
    );
}

const firstSteps = `
First steps:
  minutebook start                                   ledger, feed and an example to look at
  minutebook keys create --role auditor              a key for somebody who reads everything
  minutebook import history.json --key "$KEY"        many operations at once, resumable
  minutebook rebuild                                 the read models anew from the events
  minutebook verify http://127.0.0.1:3001            everything that is public, checked by yourself

In a checkout each of them is called as \`npm run -s minutebook -- start\`. The settings of the services are
environment variables; the README has a table of them. Exit code 0 means done, 1 that something was refused or
failed, and the reason is on standard error.`;

export const program = (): Command =>
  new Command('minutebook')
    .description('The minute book of jointly governed institutions.')
    .addHelpText('after', firstSteps)
    .showHelpAfterError('(--help tells more)')
    .addCommand(start())
    .addCommand(keys())
    .addCommand(importHistory())
    .addCommand(rebuild())
    .addCommand(copy())
    .addCommand(verify())
    .addCommand(witness())
    .addCommand(verifyDiff())
    .addCommand(replay())
    .addCommand(explain())
    .addCommand(diff());
