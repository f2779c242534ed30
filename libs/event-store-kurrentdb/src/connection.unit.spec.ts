import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Connection } from './connection.ts';
import { KurrentEventStore, UnusableDatabase } from './index.ts';

const files = 'tlsCaFile=/etc/ca.crt&userCertFile=/etc/user.crt&userKeyFile=/etc/user.key';

afterEach(() => {
  jest.restoreAllMocks();
});

/** What the client is given for a connection string, and for the one that takes its place. */
function given(connectionString: string): readonly string[] {
  const client = { dispose: () => Promise.resolve() } as KurrentDBClient;
  const connect = jest.spyOn(KurrentDBClient, 'connectionString').mockReturnValue(client);
  const connection = new Connection(connectionString);
  connection.renew(client);
  return connect.mock.calls.map(([first]) => String(first));
}

describe('a connection string', () => {
  it('reaches the client whole: who, which nodes, TLS and certificates', () => {
    const whole = `kurrentdb://ledger:pass%2Fword@a:2113,b:2113?tls=true&${files}`;
    for (const string of given(whole)) expect(string).toMatch(/^(.*)&keepAliveTimeout=\d+$/);
    for (const string of given(whole)) expect(string.replace(/&keepAliveTimeout=\d+$/, '')).toBe(whole);
  });

  it('keeps the timeout that it names, to a few milliseconds, and its older scheme is the newer one', () => {
    const [first = '', second = ''] = given('esdb+discover://db?keepAliveTimeout=7000&tls=true');
    expect([first, second]).toEqual(Array(2).fill(expect.stringMatching(/^kurrentdb\+discover:\/\/db\?/)));
    const timeouts = [first, second].map((one) => Number(/keepAliveTimeout=(\d+)/.exec(one)?.[1]));
    for (const timeout of timeouts) expect(timeout - 7000).toBeLessThan(1000);
    // Otherwise the second would get the connections of the first, which may hang.
    expect(timeouts[0]).not.toBe(timeouts[1]);
  });

  it.each([
    ['kurrentdb://ledger:secret@host:port', /cannot be used/],
    ['kurrentdb://ledger:secret@host:2113?tls=true&tlsCaFile=/no/such/file', /File was not found/],
    [`kurrentdb://ledger:secret@host:2113?tls=true&userCertFile=/no/such/file`, /userKeyFile/],
    ['kurrentdb://ledger:secret@host:2113?tls=true&tlsCertFile=ca.crt', /Unknown option key "tlsCertFile"/],
  ])(
    'that cannot be used is refused with a sentence, and its password is not told: %s',
    async (connectionString, why) => {
      const opening = KurrentEventStore.open({ connectionString });
      await expect(opening).rejects.toThrow(UnusableDatabase);
      await expect(opening).rejects.toThrow(why);
      await expect(opening).rejects.not.toThrow(/secret/);
    },
  );
});
