import { afterEach, describe, expect, it } from '@jest/globals';
import { testLogger } from '../testing/index.ts';
import { closeOnSignals } from './shutdown.ts';

/** Waits for the first exit code. */
function stopping(close: () => Promise<void>, timeout = 60_000) {
  const codes: number[] = [];
  const exited = new Promise<void>((resolve) =>
    closeOnSignals({
      logger: testLogger(),
      close,
      timeout,
      exit: (code) => {
        codes.push(code);
        resolve();
      },
    }),
  );
  return { codes, exited };
}

afterEach(() => {
  process.removeAllListeners('SIGTERM');
  process.removeAllListeners('SIGINT');
});

describe('stopping', () => {
  it('closes in good order and ends with 0', async () => {
    const { codes, exited } = stopping(() => Promise.resolve());
    process.emit('SIGTERM');
    await exited;
    expect(codes).toEqual([0]);
  });

  it('ends with 1 when closing fails', async () => {
    const { codes, exited } = stopping(() => Promise.reject(new Error('stuck')));
    process.emit('SIGINT');
    await exited;
    expect(codes).toEqual([1]);
  });

  it('ends at once when it is asked a second time', async () => {
    const { codes, exited } = stopping(() => new Promise(() => undefined));
    process.emit('SIGINT');
    expect(codes).toEqual([]);
    process.emit('SIGINT');
    await exited;
    expect(codes).toEqual([1]);
  });

  it('drains first, and goes on answering for a while', async () => {
    const steps: string[] = [];
    const exited = new Promise<void>((resolve) =>
      closeOnSignals({
        logger: testLogger(),
        drain: () => steps.push('drained'),
        delay: 20,
        close: () => Promise.resolve(void steps.push('closed')),
        timeout: 60_000,
        exit: () => resolve(),
      }),
    );
    process.emit('SIGTERM');
    expect(steps).toEqual(['drained']);
    await exited;
    expect(steps).toEqual(['drained', 'closed']);
  });

  it('does not wait for ever', async () => {
    const { codes, exited } = stopping(() => new Promise(() => undefined), 1);
    process.emit('SIGTERM');
    await new Promise((resolve) => setImmediate(resolve));
    const alive = setInterval(() => undefined, 1_000);
    await exited;
    clearInterval(alive);
    expect(codes).toEqual([1]);
  });
});
