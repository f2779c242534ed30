import { Command } from 'commander';
import {
  diff,
  explain,
  replay,
  verify,
  verifyDiff,
  verifyDisclosure,
  verifyNotice,
  witness,
} from './program/auditors.ts';
import { backup, restore } from './program/backup.ts';
import { keys } from './program/keys.ts';
import { copy, health, importHistory, publish, rebuild, serve, start } from './program/services.ts';

const firstSteps = `
First steps:
  minutebook start                                   ledger, feed and an example to look at
  minutebook keys create --role auditor              a key for somebody who reads everything
  minutebook import history.json --key "$KEY"        many operations at once, resumable
  minutebook rebuild                                 the read models anew from the events
  minutebook publish site --base-url https://…       the public site as files, for any static host
  minutebook verify http://127.0.0.1:3001            everything that is public, checked by yourself

In a checkout each of them is called as \`npm run -s minutebook -- start\`. The settings of the services are
environment variables; the README has a table of them. Exit code 0 means done, 1 that something was refused or
failed, and the reason is on standard error.`;

/** Every command loads its own code when it is called: `--help` and a second start stay quick. */
export const program = (): Command =>
  new Command('minutebook')
    .description('The minute book of jointly governed institutions.')
    .addHelpText('after', firstSteps)
    .showHelpAfterError('(--help tells more)')
    .addCommand(start())
    .addCommand(serve())
    .addCommand(health())
    .addCommand(keys())
    .addCommand(importHistory())
    .addCommand(rebuild())
    .addCommand(publish())
    .addCommand(copy())
    .addCommand(backup())
    .addCommand(restore())
    .addCommand(verify())
    .addCommand(witness())
    .addCommand(verifyDiff())
    .addCommand(verifyNotice())
    .addCommand(verifyDisclosure())
    .addCommand(replay())
    .addCommand(explain())
    .addCommand(diff());
