/** Which events are judged here, by the names of their streams. */
export type Share = (stream: string) => boolean;

export const everything: Share = () => true;

/** FNV-1a over the code units, in 32 bits: spreads names that differ little. */
function spread(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** One of so many shares of about the same size, from 0. */
export const shareOf =
  (one: number, of: number): Share =>
  (stream) =>
    spread(stream) % of === one;
