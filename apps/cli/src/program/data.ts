import { Option } from 'commander';

/** Of commands that work on the record itself. */
export const data = new Option(
  '--data <dir>',
  'data folder (default: MINUTEBOOK_DATA, else ./data); the ledger may be running on it or not',
);
