import type { When } from '#governance';

/**
 * A time as it stands in a row: most are instants given in full, and those need no more than their text. Rows
 * of ballots are written by the million.
 */
export function packWhen(when: When): string {
  const { literal, precision, earliest, latest } = when;
  const isPlain = precision === 'instant' && literal === earliest && literal === latest;
  return isPlain ? literal : JSON.stringify([literal, precision, earliest, latest]);
}

export function unpackWhen(packed: string): When {
  if (!packed.startsWith('['))
    return { literal: packed, precision: 'instant', earliest: packed, latest: packed };
  const [literal, precision, earliest, latest] = JSON.parse(packed) as [
    string,
    When['precision'],
    string,
    string,
  ];
  return { literal, precision, earliest, latest };
}
