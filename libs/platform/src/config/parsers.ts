import { resolve } from 'node:path';

/** What a setting accepts, and how its text becomes a value. A parser throws a sentence that says what is accepted. */
export type Parser<T> = (text: string) => T;

const refuse = (accepted: string): never => {
  throw new Error(accepted);
};

export const folder: Parser<string> = (text) =>
  text === '' ? refuse('give the path of a folder') : resolve(text);

export const hostName: Parser<string> = (text) =>
  /^[A-Za-z0-9.:_-]+$/.test(text) ? text : refuse('give a host name or an IP address to listen on');

export const wholeNumber =
  (min: number, max: number): Parser<number> =>
  (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : refuse(`give a whole number from ${min} to ${max}`);
  };

export const oneOf =
  <T extends string>(...accepted: readonly T[]): Parser<T> =>
  (text) =>
    accepted.find((value) => value === text) ?? refuse(`give one of ${accepted.join(', ')}`);

/** An absolute http(s) address without a slash at its end. */
export const webAddress: Parser<string> = (text) => {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === ''
    ? text.replace(/\/+$/, '')
    : refuse('give an absolute address that starts with https:// or http://');
};

/** An address without a scheme, as logs are named (C2SP tlog-checkpoint). */
export const logName: Parser<string> = (text) =>
  /^[^\s+/][^\s+]*[^\s+/]$/u.test(text) && !text.includes('://')
    ? text
    : refuse(
        'give an address without scheme, spaces, plus signs and slash at its end: records.example.org/board',
      );

export const nonEmpty: Parser<string> = (text) =>
  text === '' ? refuse('give a text that is not empty') : text;

/** The embedded store, or a database by its connection string. */
export const eventStore: Parser<string> = (text) =>
  text === 'sqlite' || /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/[^\s/?]+/.test(text)
    ? text
    : refuse(
        'give sqlite, or the connection string of a KurrentDB or EventStoreDB: kurrentdb://user:password@host:2113?tls=true',
      );

/** With the events, or as `eventStore`. */
export const vault: Parser<string> = (text) => (text === 'store' ? text : eventStore(text));

/** What can begin the name of a stream's category. */
export const streamPrefix: Parser<string> = (text) =>
  /^([A-Za-z][A-Za-z0-9_]{0,39})?$/.test(text)
    ? text
    : refuse('give up to 40 letters, digits and underscores that begin with a letter: board_');

/** A setting that may be left out. */
export const optional =
  <T>(parse: Parser<T>): Parser<T | undefined> =>
  (text) =>
    text === '' ? undefined : parse(text);

/** Which proxies may say whose request it is: none, so many hops, or these addresses and networks. */
export const trustedProxies: Parser<false | number | string[]> = (text) => {
  if (text === 'none') return false;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const networks = text.split(',').map((network) => network.trim());
  return networks.every((network) => /^[0-9a-fA-F.:]+(\/\d{1,3})?$/.test(network))
    ? networks
    : refuse('give none, a number of hops, or addresses and networks (10.0.0.0/8) with commas between them');
};

export type MappedRole = Readonly<{ claim: string; role: string; bodyId?: string }>;

/** `ledger-admins=admin,cssc-desk=secretary:cssc`: values of a claim and the roles that they stand for. */
export const roleMap: Parser<readonly MappedRole[]> = (text) =>
  text === ''
    ? []
    : text.split(',').map((entry) => {
        const [, claim, role, bodyId] =
          /^([^=]+)=(secretary|auditor|admin)(?::([a-z0-9][a-z0-9_.-]{0,99}))?$/.exec(entry.trim()) ??
          refuse('give entries like desk=secretary:cssc or auditors=auditor, with commas between them');
        return { claim: claim ?? '', role: role ?? '', ...(bodyId !== undefined && { bodyId }) };
      });
