import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap grow to a multiple of what lives in it, and more the faster it fills: of a program that keeps some
 * fifty megabytes, however long the record is that it goes through, to several hundred. These flags are read at every
 * collection, so that they hold for a process that runs already: the old generation may grow by so much of what lives
 * before it is collected, and the young one not at all. Half of the first takes a tenth more time, and saves nothing.
 */
const flags = ['--heap-growing-percent=60', '--semi-space-growth-factor=1'];

/** For a process that goes through a whole record: memory stays below 300 MB, for some more time in collections. */
export function keepHeapSmall(): void {
  for (const flag of flags) setFlagsFromString(flag);
}
