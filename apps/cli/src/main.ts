#!/usr/bin/env node
import { ConfigError } from '../../../libs/platform/src/config/index.ts';
import { Failure } from './failure.ts';
import { program } from './program.ts';

/** What is wrong with a database that was named, by the classes of stores that are loaded only where they are used. */
const ofADatabase = ['StoreUnavailable', 'UnusableDatabase'];

/** What the user can mend is told in a sentence; anything else is our mistake and comes with its stack. */
try {
  await program().parseAsync();
} catch (error) {
  const isTold = error instanceof Failure || error instanceof ConfigError;
  if (isTold || (error instanceof Error && ofADatabase.includes(error.name)))
    console.error(`minutebook: ${error.message}`);
  else console.error(error);
  process.exitCode = 1;
}
