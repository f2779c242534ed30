import { Command } from 'commander';
import type { DiffOptions } from '../auditor/diff.ts';
import type { ExplainOptions } from '../auditor/explain.ts';
import type { ReplayOptions } from '../auditor/replay.ts';
import type { VerifyDiffOptions } from '../auditor/verify-diff.ts';
import type { VerifyOptions } from '../verify/command.ts';
import type { VerifyNoticeOptions } from '../verify/notice-command.ts';
import type { WitnessOptions } from '../witness/command.ts';

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** A command of the auditor: a mistyped option, too, ends with 2, for 1 says something of the record. */
const auditors = (name: string): Command =>
  new Command(name).exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

const record = ['<url|folder>', 'a feed, a copy of one, or the prefix of its log'] as const;

export function verify(): Command {
  return auditors('verify')
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
    .action(async (place: string, options: VerifyOptions) =>
      (await import('../verify/command.ts')).verifyCommand(place, options),
    );
}

export function verifyNotice(): Command {
  return auditors('verify-notice')
    .summary('check what is proven of the notice of a meeting')
    .description(
      'Checks a document of /meetings/<id>/notice-proof without believing it: that its entries are in the log that ' +
        'you trust, when the witnesses whom you trust saw them, and what follows for the hours of notice. A file ' +
        'needs no network. Exit code: 0 verified (whatever was found of the notice), 1 not verified, 2 could not tell.',
    )
    .argument('<file|url>', 'the document')
    .option('--key <vkey>', 'a key of the log that you trust (may be repeated)', several)
    .option('--policy <file|url>', 'a policy (tlog-policy): the log and the witnesses whose times count')
    .option('--json', 'prints what was found as JSON')
    .action(async (place: string, options: VerifyNoticeOptions) =>
      (await import('../verify/notice-command.ts')).verifyNoticeCommand(place, options),
    );
}

export function verifyDisclosure(): Command {
  return auditors('verify-disclosure')
    .summary('check that an event that was hidden is the one that was recorded then')
    .description(
      'Checks a document of getDisclosure without believing it: that the log that you trust holds a commitment, and ' +
        'that the event and the salt in the document make it. A file needs no network. ' +
        'Exit code: 0 verified, 1 not verified, 2 could not tell.',
    )
    .argument('<file|url>', 'the document')
    .option('--key <vkey>', 'a key of the log that you trust (may be repeated)', several)
    .option('--policy <file|url>', 'a policy (tlog-policy): the log and the witnesses whose times count')
    .option('--json', 'prints what was found as JSON')
    .action(async (place: string, options: VerifyNoticeOptions) =>
      (await import('../verify/disclosure-command.ts')).verifyDisclosureCommand(place, options),
    );
}

export function verifyDiff(): Command {
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
      (await import('../auditor/verify-diff.ts')).verifyDiffCommand(older, newer, options),
    );
}

export function replay(): Command {
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
      (await import('../auditor/replay.ts')).replayCommand(place, options),
    );
}

export function explain(): Command {
  return auditors('explain')
    .summary('say why a decision came out as it did')
    .description(
      'The outcome of a decision in plain sentences, with every number and the clause of its rule, and which ' +
        'parties have countersigned it.',
    )
    .argument('<decision>', 'the motion and its vote, for example example-motion:example-vote')
    .argument(...record)
    .option('--json', 'prints the decision as JSON')
    .action(async (decision: string, place: string, options: ExplainOptions) =>
      (await import('../auditor/explain.ts')).explainCommand(decision, place, options),
    );
}

export function diff(): Command {
  return auditors('diff')
    .summary('tell what the record learned between two instants')
    .description('What was recorded after one instant and by another, and when it had happened.')
    .argument(...record)
    .requiredOption('--known-at <instants...>', 'two instants: after the first, until the second')
    .option('--body <id>', 'one body')
    .option('--json', 'one JSON object a line (NDJSON)')
    .action(async (place: string, options: DiffOptions) =>
      (await import('../auditor/diff.ts')).diffCommand(place, options),
    );
}

export function witness(): Command {
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
      (await import('../witness/command.ts')).witnessCommand(feed, options),
    );
}
