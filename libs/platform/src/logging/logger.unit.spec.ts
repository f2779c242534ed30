import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.ts';
import { nestLogger } from './nest-logger.ts';

function logged(act: (logger: ReturnType<typeof createLogger>) => void, level = 'debug'): unknown[] {
  const lines: unknown[] = [];
  act(
    createLogger({
      service: 'ledger',
      level,
      destination: { write: (line) => lines.push(JSON.parse(line)) },
    }),
  );
  return lines;
}

describe('the log', () => {
  it('is one JSON object a line, with level, time and the name of the process', () => {
    expect(logged((log) => log.info({ correlationId: 'c-1' }, 'listening'))).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
        service: 'ledger',
        correlationId: 'c-1',
        msg: 'listening',
      },
    ]);
  });

  it('never holds a secret or an address', () => {
    const text = JSON.stringify(
      logged((log) => log.warn({ headers: { authorization: 'Bearer mbk_x' }, req: { ip: '192.0.2.7' } })),
    );
    expect(text).not.toContain('mbk_x');
    expect(text).not.toContain('192.0.2.7');
  });

  it('has of an error what it says, with its cause, and not what it carries', () => {
    const cause = Object.assign(new Error('refused'), { code: 'SQLITE_FULL' });
    const error = Object.assign(new TypeError('broken', { cause }), { inputs: { name: 'Given Family' } });
    const lines = logged((log) => log.error({ err: error, correlationId: 'c-1' }, 'request failed'));
    expect(lines).toMatchObject([
      {
        correlationId: 'c-1',
        err: { type: 'TypeError', message: 'broken', cause: { message: 'refused', code: 'SQLITE_FULL' } },
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Given');
  });

  it("takes Nest's chatter at debug and its errors as errors", () => {
    const lines = logged((log) => {
      nestLogger(log).log('mapped', 'RouterExplorer');
      nestLogger(log).error(new Error('broken'), 'stack', 'Injector');
    });
    expect(lines).toMatchObject([
      { level: 'debug', context: 'RouterExplorer', msg: 'mapped' },
      { level: 'error', context: 'Injector', err: { message: 'broken' } },
    ]);
  });
});
