/** A place where what is recorded differs from what follows. */
export type Difference = Readonly<{ field: string; expected: unknown; found: unknown }>;

/** Differences of one event that are told apart. */
const enough = 20;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Whether both are lists of one length, or both objects: then their members are compared. */
function areAlike(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  return !Array.isArray(a) || a.length === (b as unknown as readonly unknown[]).length;
}

/** RFC 6901 §3. */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function compare(field: string, expected: unknown, found: unknown, into: Difference[]): void {
  if (Object.is(expected, found) || into.length >= enough) return;
  if (!areAlike(expected, found)) {
    into.push({ field, expected, found });
    return;
  }
  const [a, b] = [expected as Json, found as Json];
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)]))
    compare(`${field}/${escaped(name)}`, a[name], b[name], into);
}

/** Without the places, which nobody asks for where there is no difference: most events are compared for nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!areAlike(a, b)) return false;
  if (Array.isArray(a)) return a.every((one, i) => isSame(one, (b as readonly unknown[])[i]));
  const [one, other] = [a as Json, b as Json];
  let members = 0;
  for (const name in one) {
    const value = one[name];
    if (value !== undefined) members++;
    if (!isSame(value, other[name])) return false;
  }
  for (const name in other) if (other[name] !== undefined) members--;
  return members === 0;
}

/** Where two JSON values differ, by JSON Pointer; a member that is undefined is not there. */
export function differences(expected: unknown, found: unknown): readonly Difference[] {
  const into: Difference[] = [];
  if (!isSame(expected, found)) compare('', expected, found, into);
  return into;
}
