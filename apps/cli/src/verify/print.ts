import type { CheckResult, Place, Remark, Report, Verdict } from '#verifier';

/** A report, of what it is, and whom the auditor trusted for it. */
export type Verified = Readonly<{ place: string; keys: readonly string[]; because: string }> & Report;

const groups: readonly (readonly [letter: string, name: string])[] = [
  ['A', 'Authenticity'],
  ['C', 'Completeness'],
  ['K', 'Consistency'],
  ['I', 'Integrity'],
  ['M', 'Meaning'],
];

const words: Readonly<Record<CheckResult['outcome'], string>> = {
  passed: 'passed',
  failed: 'FAILED',
  cannot_tell: 'passed as far as can be seen',
  not_made: 'nothing to check',
};

const sentences: Readonly<Record<Verdict, string>> = {
  verified: 'Verified: the record is complete, unchanged, and follows from itself.',
  not_verified: 'NOT VERIFIED.',
  cannot_tell: 'Could not tell: nothing was found wrong, and not everything could be looked at.',
};

/** Remarks of each kind that are printed; `--report` has all of them. */
const printed = 20;

function whereOf({ index, path, position, stream, revision, type }: Place): string {
  const parts = [
    index === undefined ? '' : `entry ${index}`,
    stream === undefined ? '' : `${stream} revision ${revision ?? '?'}`,
    type ?? '',
    path ?? '',
    index === undefined && position !== undefined ? `position ${position}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
};

/** One remark with its place, and where a field differs, both of its values. */
export function remarkLines({
  check,
  code,
  message,
  place,
  field,
  expected,
  found,
}: Remark): readonly string[] {
  const line = `  ${check} ${code} at ${whereOf(place) || 'the log'}: ${message}`;
  if (expected === undefined && found === undefined) return [line];
  const named = field === undefined ? '' : `${field === '' ? 'the event' : field}: `;
  return [line, `     ${named}expected ${short(expected)}, found ${short(found)}`];
}

function listed(title: string, remarks: readonly Remark[], all: number): readonly string[] {
  if (remarks.length === 0) return [];
  const rest = all - Math.min(printed, remarks.length);
  return [
    title,
    ...remarks.slice(0, printed).flatMap(remarkLines),
    ...(rest > 0 ? [`  and ${rest} more: --report FILE writes all of them`] : []),
  ];
}

/** What an auditor can do whose trust is older than the log's key or its witnesses. */
const hints: Readonly<Record<string, string>> = {
  NOT_SIGNED_BY_LOG:
    'If the body changed the key of its log and says so elsewhere, give the new one with --key.',
  WITNESSES_MISSING:
    'If the body has other witnesses by now and says so elsewhere, give its policy with --policy.',
};

const hinted = (failures: readonly Remark[]): readonly string[] => [
  ...new Set(failures.flatMap(({ code }) => hints[code] ?? [])),
];

const sum = (checks: readonly CheckResult[], of: 'made' | 'failed' | 'cannotTell'): number =>
  checks.reduce((total, check) => total + check[of], 0);

function groupLines(checks: readonly CheckResult[]): readonly string[] {
  return groups.flatMap(([letter, name]) => {
    const own = checks.filter(({ id }) => id.startsWith(letter));
    return [
      `${name}: ${sum(own, 'made')} checks, ${sum(own, 'failed')} failed`,
      ...own.map(({ id, what, outcome, made }) => `  ${id.padEnd(3)} ${words[outcome]} (${made}): ${what}`),
    ];
  });
}

function rulesLine({ rules: { verifier, unnamed, others } }: Report): string {
  const counts = Object.entries(others).map(([rules, count]) => `${count} name rules ${rules}`);
  if (unnamed > 0) counts.push(`${unnamed} name none`);
  const rest = counts.length > 0 ? `; of the events ${counts.join(', ')}` : '';
  return `Judged by rules ${verifier}${rest}.`;
}

const treeLine = ({ origin, size, root }: Report): string =>
  origin === undefined ? 'No checkpoint could be read.' : `${origin}: ${size} entries, root ${root}`;

const cosignedLine = ({ cosignatures }: Report): string =>
  cosignatures.length === 0
    ? 'Cosigned by no witness that the policy names.'
    : `Cosigned by ${cosignatures.map(({ witness, at }) => `${witness} at ${at}`).join(', ')}.`;

/** A report as people read it. */
export const linesOf = (verified: Verified): readonly string[] => {
  const { checks, failures, cannotTell, verdict, keys, because } = verified;
  return [
    treeLine(verified),
    `Trusted: ${keys.join(', ')}, ${because}.`,
    cosignedLine(verified),
    rulesLine(verified),
    ...groupLines(checks),
    ...listed('What failed:', failures, sum(checks, 'failed')),
    ...hinted(failures),
    ...listed('What cannot be told:', cannotTell, sum(checks, 'cannotTell')),
    sentences[verdict],
  ];
};
