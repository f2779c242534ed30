import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a long command is: a bar on a terminal, a plain line per tenth elsewhere. */
export type Progress = Readonly<{ at: (done: number, total: number) => void; end: () => void }>;

const tenth = (done: number, total: number): number => (total === 0 ? 10 : Math.floor((done * 10) / total));

function plainLines(what: string): Progress {
  let printed = 0;
  return {
    at: (done, total) => {
      if (tenth(done, total) <= printed) return;
      printed = tenth(done, total);
      console.log(`${what}: ${done} of ${total}`);
    },
    end: () => undefined,
  };
}

function bar(what: string): Progress {
  const single = new SingleBar(
    { format: `${what} {bar} {value} of {total}`, hideCursor: true },
    Presets.shades_classic,
  );
  let started = false;
  return {
    at: (done, total) => {
      if (started) {
        single.setTotal(total);
        single.update(done);
      } else single.start(total, done);
      started = true;
    },
    end: () => {
      single.stop();
    },
  };
}

export const progress = (what: string): Progress => (process.stdout.isTTY ? bar(what) : plainLines(what));
