import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { samples, testSigner } from '#verifier/testing';

/*
 * `npm run samples`: makes `pass` and `fail` anew from `records`. Those are what a ledger recorded through its API in
 * end-to-end tests (`MINUTEBOOK_KEEP_RECORDS=FOLDER npm run jest -- apps/ledger/src/motions apps/ledger/src/minutes`):
 * take new ones where a rule was changed, for a record is decided again by the rules of the verifier. The key that
 * signs is a test's, and public.
 */

const folder = import.meta.dirname;

for (const kind of ['pass', 'fail']) await rm(join(folder, kind), { recursive: true, force: true });
for await (const { name, files } of samples())
  for (const [path, bytes] of files) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
await writeFile(join(folder, 'key'), `${testSigner.verifier.vkey}\n`);
