/** Bytes of the operations of one event: what else stands in it stays below the 60,000 bytes of an event. */
const room = 45_000;

const utf8 = new TextEncoder();
const bytesOf = (value: unknown): number => utf8.encode(JSON.stringify(value)).length;

/** Cuts operations, in their order, into parts that one event can hold each. */
export function packed<T>(operations: readonly T[]): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let left = 0;
  for (const operation of operations) {
    const bytes = bytesOf(operation);
    if (bytes > left || parts.length === 0) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push(operation);
    left -= bytes;
  }
  return parts;
}
