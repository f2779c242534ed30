export type Welcome = Readonly<{
  ledger: string;
  feed: string;
  /** Path of the file with the secretary's key, unless it was taken away. */
  keyFile?: string;
  /** The key itself: only at the first start. */
  newKey?: string;
  /** Whether the example meeting is in the record. */
  hasExample: boolean;
}>;

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

/** One write, one read, one look at the public feed, as lines for a shell. */
export function curlLines({ ledger, feed, keyFile, hasExample }: Welcome): readonly string[] {
  const key = keyFile === undefined ? '$MINUTEBOOK_KEY' : `$(cat ${quoted(keyFile)})`;
  const bearer = `-H "authorization: Bearer ${key}"`;
  const content = `-H 'content-type: application/json' -H 'idempotency-key: my-first-write' -d '{"name":"My organization"}'`;
  return [
    `curl -sS ${bearer} ${content} ${ledger}/v1/organizations/my-organization/register-organization`,
    `curl -sS ${bearer} ${ledger}/v1/decisions${hasExample ? '/example-motion:example-vote/explanation' : ''}`,
    `curl -sS ${feed}/decisions${hasExample ? '/example-motion:example-vote' : ''}`,
  ];
}

function keyLine({ keyFile, newKey }: Welcome): string {
  if (keyFile === undefined)
    return 'Make a key with `npm run -s minutebook -- keys create --role secretary` and put it into MINUTEBOOK_KEY.';
  return newKey === undefined
    ? `A secretary's key is in ${keyFile}`
    : `A secretary's key, kept in ${keyFile}:\n  ${newKey}`;
}

/** What `npm start` prints when both services answer. */
export function welcomeText(welcome: Welcome): string {
  const { ledger, feed } = welcome;
  return [
    '',
    `Ledger  ${ledger}  for secretaries and auditors; every operation: ${ledger}/docs`,
    `Feed    ${feed}  for everyone`,
    keyLine(welcome),
    '',
    'Record something, read a decision, look at what the public sees:',
    ...curlLines(welcome).map((line) => `  ${line}`),
    '',
    'Ctrl-C stops both.',
  ].join('\n');
}
