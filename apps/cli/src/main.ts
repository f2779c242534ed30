#!/usr/bin/env node
import { ConfigError } from '../../../libs/platform/src/config/index.ts';
import { Failure } from './failure.ts';
import { program } from './program.ts';

/** What the user can mend is told in a sentence; anything else is our mistake and comes with its stack. */
try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof Failure || error instanceof ConfigError) console.error(`minutebook: ${error.message}`);
  else console.error(error);
  process.exitCode = 1;
}
