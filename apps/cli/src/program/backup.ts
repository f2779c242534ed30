import { Command } from 'commander';
import type { BackupOptions } from '../backup/backup.ts';
import type { RestoreOptions } from '../backup/restore.ts';
import { data } from './data.ts';

export function backup(): Command {
  return new Command('backup')
    .summary('copy a record, verified, while the ledger runs or not')
    .description(
      'Copies the record (events, texts, the public record with its signatures) and, apart from it, the secrets ' +
        '(keys of persons, keys that sign the log) into a new folder, and verifies the copy: every file, every text, ' +
        'and that the entries make the trees that were signed. Read models are not copied; they are made anew.',
    )
    .argument('<folder>', 'a new or empty folder')
    .option('--secrets <dir>', 'a new or empty folder for the secrets (default: secrets in the folder)')
    .addOption(data)
    .action(async (to: string, options: BackupOptions) =>
      (await import('../backup/backup.ts')).backupCommand(to, options),
    );
}

export function restore(): Command {
  return new Command('restore')
    .summary('bring a backup back into a new data folder, verified')
    .description(
      'Verifies a backup again, copies it into a data folder that is new or empty, and erases anew whom the record ' +
        'says to be erased. It refuses a backup that knows less of the log than anybody has seen: signed on from ' +
        'there, the log would contradict itself.',
    )
    .argument('<folder>', 'what `minutebook backup` made')
    .option('--secrets <dir>', 'where the secrets of the backup are (default: secrets in the folder)')
    .option(
      '--checkpoint <url|file>',
      'the newest checkpoint that anybody has: of a feed, a mirror, a witness',
    )
    .option('--nothing-published-since', 'your word that nobody has a newer checkpoint than the backup')
    .option('--erase <file>', 'ids of persons who were erased after the backup, one a line: erased again')
    .addOption(data)
    .action(async (from: string, options: RestoreOptions) =>
      (await import('../backup/restore.ts')).restoreCommand(from, options),
    );
}
