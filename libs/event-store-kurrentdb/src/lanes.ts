/** What was called before on the same stream. */
export type Before = {
  settled: boolean;
  readonly whenSettled: Promise<unknown>;
};

type Lane = { calls: number; before: Before; alone: Promise<unknown> | undefined };

const nothing: Before = { settled: true, whenSettled: Promise.resolve() };

function both(before: Before, one: Promise<unknown>): Before {
  const whenSettled = Promise.allSettled([before.whenSettled, one]);
  const after: Before = { settled: false, whenSettled };
  void whenSettled.then(() => (after.settled = true));
  return after;
}

/** Keeps the appends of one stream in the order in which they were called, without one waiting for the answer to another. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  /** @param alone waits for all before it, and those after it wait for it */
  run<T>(stream: string, alone: boolean, append: (before: Before) => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(stream) ?? { calls: 0, before: nothing, alone: undefined };
    const { before } = lane;
    const turn = alone && !before.settled ? before.whenSettled : lane.alone;
    const result = turn ? turn.then(() => append(before)) : append(before);
    lane.calls++;
    lane.before = both(before, result);
    if (alone) lane.alone = lane.before.whenSettled;
    this.#lanes.set(stream, lane);
    void lane.before.whenSettled.then(() => {
      if (--lane.calls === 0) this.#lanes.delete(stream);
    });
    return result;
  }
}
