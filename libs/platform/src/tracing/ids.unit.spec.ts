import { describe, expect, it } from '@jest/globals';
import { appendSpanIdOf, callerOf, traceIdOf } from './ids.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

describe('traces', () => {
  it.each([
    [`00-${traceId}-${spanId}-01`, { traceId, spanId }],
    [`00-${'0'.repeat(32)}-${spanId}-01`, undefined],
    [`00-${traceId}-${'0'.repeat(16)}-01`, undefined],
    ['nonsense', undefined],
    [undefined, undefined],
  ])('the caller in %s', (header, caller) => expect(callerOf(header)).toEqual(caller));

  it('are found by correlation ids of any form, the same everywhere', () => {
    expect(traceIdOf(traceId)).toBe(traceId);
    expect(traceIdOf('0af76519-16cd-43dd-8448-eb211c80319c')).toBe(traceId);
    expect(traceIdOf('minutes of October')).toMatch(/^[0-9a-f]{32}$/);
    expect(traceIdOf('minutes of October')).toBe(traceIdOf('minutes of October'));
    expect(appendSpanIdOf('c-1')).toMatch(/^[0-9a-f]{16}$/);
  });
});
