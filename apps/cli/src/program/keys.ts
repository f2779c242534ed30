import { Command, Option } from 'commander';
import type { GenerateOptions } from '../keys/log-keys.ts';
import type { CreateOptions, ListOptions, RevokeOptions } from '../keys/commands.ts';
import { data } from './data.ts';

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
    .action(async (options: GenerateOptions) =>
      (await import('../keys/log-keys.ts')).generateLogKey(options),
    );
  group
    .command('rotate-log-key')
    .summary('add a key to those that sign the log: for a time, two do')
    .addOption(data)
    .action(async (options: { data?: string }) =>
      (await import('../keys/log-keys.ts')).rotateLogKey(options),
    );
  group
    .command('retire-log-key')
    .summary('end a key of the log, never the last')
    .argument('<id>', 'the eight digits after the name: `keys list-log-keys` shows them')
    .addOption(data)
    .action(async (id: string, options: { data?: string }) =>
      (await import('../keys/log-keys.ts')).retireLogKey(id, options),
    );
  group
    .command('list-log-keys')
    .summary('list the public parts of all keys that ever signed the log, and when')
    .addOption(data)
    .action(async (options: { data?: string }) => (await import('../keys/log-keys.ts')).listLogKeys(options));
}

export function keys(): Command {
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
    .action(async (options: CreateOptions) => (await import('../keys/commands.ts')).createKey(options));
  group
    .command('list')
    .summary('list all keys: never the keys themselves')
    .addOption(data)
    .option('--json', 'one JSON object a line')
    .action(async (options: ListOptions) => (await import('../keys/commands.ts')).printKeys(options));
  group
    .command('revoke')
    .summary('make a key worthless, for ever')
    .argument('<id>', 'the id that `keys list` shows; it also stands in the key between the underscores')
    .option('--reason <text>', 'why; stays in the record')
    .addOption(data)
    .action(async (id: string, options: RevokeOptions) =>
      (await import('../keys/commands.ts')).revokeKey(id, options),
    );
  addLogKeys(group);
  return group;
}
