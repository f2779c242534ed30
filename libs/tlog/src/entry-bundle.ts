/** An entry's length stands in 16 bits. Bytes. */
export const maxEntrySize = 65_535;

/**
 * A bundle of entries (C2SP tlog-tiles): each entry after its length, 16 bits, big-endian.
 *
 * @throws RangeError for an entry that is too long
 */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > maxEntrySize) throw new RangeError(`an entry of ${entry.length} bytes is too long`);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries of a bundle. @throws RangeError where it ends within an entry */
export function decodeBundle(bundle: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + 2;
    const end = start + (start <= bytes.length ? bytes.readUInt16BE(at) : 0);
    if (start > bytes.length || end > bytes.length)
      throw new RangeError(`the bundle of ${bytes.length} bytes ends within entry ${entries.length}`);
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  return entries;
}
