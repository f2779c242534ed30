import { decodeBundle, entriesPath, tileWidth } from '#tlog';
import type { Findings } from '../report/report.ts';
import type { LogSource } from './source.ts';

/** The entries of one bundle, as many as a tree of the size has in it; undefined where one is not there. */
export type Bundle = Readonly<{ index: number; entries: readonly (Buffer | undefined)[] }>;

/** Bundles that are fetched ahead. */
const ahead = 8;

async function readBundle(source: LogSource, index: number, width: number): Promise<Buffer | undefined> {
  const exact = await source.read(entriesPath({ index, width }));
  // A partial bundle may have been deleted once the full one was there (C2SP tlog-tiles).
  return exact ?? (width < tileWidth ? source.read(entriesPath({ index, width: tileWidth })) : undefined);
}

function entriesOf(bytes: Buffer): readonly Buffer[] | string {
  try {
    return decodeBundle(bytes);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function checked(bytes: Buffer | undefined, index: number, width: number, findings: Findings): Bundle {
  const fail = (code: string, message: string, found?: number): Bundle => {
    const place = { path: entriesPath({ index, width }), index: index * tileWidth };
    findings.fail({ check: 'C1', code, message, place, expected: width, found });
    return { index, entries: Array.from({ length: width }, () => undefined) };
  };
  findings.at = index * tileWidth;
  findings.made('C1');
  if (!bytes) return fail('BUNDLE_MISSING', 'the bundle of entries is not there');
  const entries = entriesOf(bytes);
  if (typeof entries === 'string') return fail('BUNDLE_MALFORMED', entries);
  const isWhole = entries.length === width || entries.length === tileWidth;
  if (!isWhole) {
    const message = `the bundle has ${entries.length} entries where ${width} must be`;
    return {
      ...fail('BUNDLE_WIDTH', message, entries.length),
      entries: Array.from({ length: width }, (_, i) => entries[i]),
    };
  }
  return { index, entries: entries.slice(0, width) };
}

/** Every bundle of a tree from the one on that holds entry `from`, some fetched ahead (C1). */
export async function* bundles(
  source: LogSource,
  from: number,
  size: number,
  findings: Findings,
): AsyncGenerator<Bundle> {
  const widthOf = (index: number): number => Math.min(tileWidth, size - index * tileWidth);
  const count = Math.ceil(size / tileWidth);
  const under: Promise<Buffer | undefined>[] = [];
  let next = Math.floor(from / tileWidth);
  for (let index = next; index < count; index++) {
    for (; next < count && under.length < ahead; next++) {
      const read = readBundle(source, next, widthOf(next));
      // Whoever awaits it is told; nobody else is.
      read.catch(() => undefined);
      under.push(read);
    }
    yield checked(await under.shift(), index, widthOf(index), findings);
  }
}
