import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { consistencyProof, subtreesFromTiles, tilePath } from '#tlog';
import type { Tile } from '#tlog';
import { indicesOf, recordOf, serveLog, withChanged } from '#verifier/testing';
import type { ServedLog } from '#verifier/testing';
import { startProduct, temporaryFolder } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { shell } from '../support/shell.ts';

jest.setTimeout(240_000);

type Json = Readonly<Record<string, unknown>>;
type WitnessServer = Readonly<{ url: string; vkey: string; stop: () => Promise<void> }>;

const bodyId = 'council';
const parties = ['district', 'union'] as const;
const hour = 3_600_000;
const zone = 'America/Los_Angeles';

/** A meeting, typed afterwards, in which both seats adopt one motion. */
const meetingLines = (motionId: string): readonly Json[] => {
  const startsAt = '2026-01-14T17:00:00-08:00';
  const target = `motions/${motionId}`;
  const of = (operation: string, body: Json = {}) => ({ operation, target, body });
  return [
    {
      operation: 'scheduleMeeting',
      body: { bodyId, meetingType: 'regular', startsAt, places: [], occurredAt: '2026-01-02' },
    },
    {
      operation: 'callToOrder',
      body: { presiding: { kind: 'seat', id: 'district-1' }, occurredAt: startsAt },
    },
    ...parties.map((side) => ({
      operation: 'recordArrival',
      body: { seatId: `${side}-1`, by: 'member', mode: 'in_person' },
    })),
    of('draftMotion', { bodyId, title: motionId, text: `Resolved, to plant ${motionId}.` }),
    of('submitMotion'),
    of('moveMotion', { meetingId: `of-${motionId}`, seatId: 'district-1' }),
    of('secondMotion', { seatId: 'union-1' }),
    of('openVote', { voteEventId: 'v1', method: 'roll_call', rule: majority }),
    ...parties.map((side) => of('recordBallot', { voteEventId: 'v1', seatId: `${side}-1`, option: 'yes' })),
    of('closeVote', { voteEventId: 'v1' }),
    { operation: 'adjourn', body: {} },
  ];
};
const majority = {
  ruleId: 'majority',
  quorum: [],
  passIfAny: [[{ scope: 'body', base: 'votes_cast', num: 1, den: 2, cmp: 'gt' }]],
  abstention: 'excluded',
  recusal: { countsForQuorum: false, reducesSeatBase: false },
  emptyBase: 'fail',
  tie: 'fails',
};

/** `minutebook witness`, as a party runs it. */
async function startWitness(feed: string, name: string, data: string, port = '0'): Promise<WitnessServer> {
  const options = ['--name', `${name}.example.org`, '--data', data, '--port', port];
  const child: ChildProcess = spawn('node', ['apps/cli/minutebook.mjs', 'witness', feed, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const text of child.stdout?.setEncoding('utf8') ?? []) {
    output += String(text);
    if (/^ {2}\S+\+\S+$/m.test(output)) break;
  }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  };
  const [, url] = /at (http:\S+)\. /.exec(output) ?? [];
  const [, vkey] = /^ {2}(\S+\+\S+)$/m.exec(output) ?? [];
  if (url === undefined || vkey === undefined)
    throw new Error(`the witness ${name} did not start: ${output}`);
  return { url, vkey, stop };
}

describe('a ledger that is countersigned by its parties', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let key: string;
  const witnesses: WitnessServer[] = [];

  const read = async (url: string, headers: Record<string, string> = {}): Promise<Json> =>
    (await (await fetch(url, { headers })).json()) as Json;
  const ofLedger = (path: string) => read(`${product.ledger}/v1/${path}`, { authorization: `Bearer ${key}` });
  const record = async (path: string, body: Json): Promise<Json> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(`${product.ledger}/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    });
    const said = (await answer.json()) as Json;
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  };
  /** Asks until the answer is as wanted; the test's own limit ends the wait. */
  const until = async <T extends Json>(ask: () => Promise<T>, is: (answer: T) => boolean): Promise<T> => {
    for (;;) {
      const answer = await ask();
      if (is(answer)) return answer;
    }
  };
  const decisionOf = (motionId: string) => read(`${product.feed}/decisions/${motionId}:v1`);
  /** A page as its words, without the markup. */
  const wordsOf = async (path: string): Promise<string> =>
    (await (await fetch(product.feed + path)).text()).replaceAll(/<[^>]+>/g, '');
  const signedAt = ({ countersigning }: Json): string | undefined =>
    (countersigning as { at?: string } | undefined)?.at;
  /** As people of the body tell the time. */
  const told = (lang: string, at: string): string =>
    new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
      .format(new Date(at))
      .replaceAll(/[\u202f\u00a0]/g, ' ');
  const decide = (motionId: string) =>
    record(`meetings/of-${motionId}/record-meeting`, { bodyId, lines: meetingLines(motionId) });
  const findings = (code: string) => ofLedger(`findings?code=${code}`);
  const isFound = ({ items }: Json): boolean => Array.isArray(items) && items.length > 0;

  beforeAll(async () => {
    folder = await temporaryFolder();
    product = await startProduct(join(folder.path, 'data'), ['--empty'], undefined, {
      MINUTEBOOK_PARTY_WITNESSES: 'demanded',
      // These tests ask again at once.
      MINUTEBOOK_RATE_LIMIT: '0',
    });
    const made = await shell('npm run -s minutebook -- keys create --role admin', {
      MINUTEBOOK_DATA: product.data,
    });
    key = /mbk_\S+/.exec(made.output)?.[0] ?? '';
    for (const id of parties) await record(`organizations/${id}/register-organization`, { name: id });
    const council = { name: 'Council', classification: 'council', timeZone: zone, occurredAt: '2020' };
    await record(`bodies/${bodyId}/establish-body`, council);
    const law = { regime: 'BROWN_ACT', basis: 'Cal. Gov. Code § 54952(b)', effectiveFrom: '2020' };
    await record(`bodies/${bodyId}/determine-open-meeting-regime`, law);
    const since = { occurredAt: '2025' };
    for (const id of parties) {
      const side = { constituencyId: id, name: id, organizationId: id };
      await record(`bodies/${bodyId}/define-constituency`, { ...side, ...since });
      const seat = {
        seatId: `${id}-1`,
        label: id,
        constituencyId: id,
        nominatorIds: [],
        votingRight: 'full',
      };
      await record(`bodies/${bodyId}/open-seat`, { ...seat, ...since });
      const holder = { kind: 'person', id: `p-${id}` };
      const seating = { seatId: `${id}-1`, seatingId: `${id}-2025`, holder, startsAt: '2025' };
      await record(`bodies/${bodyId}/fill-seat`, { ...seating, ...since });
    }
    // A witness begins with the log that there is.
    await until(
      async () => ({ isSigned: (await fetch(`${product.feed}/log/checkpoint`)).ok }),
      ({ isSigned }) => isSigned,
    );
    for (const id of parties) witnesses.push(await startWitness(product.feed, id, join(folder.path, id)));
    for (const [n, organizationId] of parties.entries()) {
      const { url, vkey } = witnesses[n] ?? { url: '', vkey: '' };
      const appointed = { witnessId: organizationId, organizationId, vkey, url, withinSeconds: 20 };
      await record(`bodies/${bodyId}/appoint-witness`, appointed);
    }
  });

  afterAll(async () => {
    for (const { stop } of witnesses) await stop();
    await product.interrupt();
    await folder.remove();
  });

  it('demands both, and a receipt says since when both have countersigned', async () => {
    const { position } = await record('organizations/guest/register-organization', { name: 'guest' });
    const receipt = await until(
      () => ofLedger(`receipts/${String(position)}`),
      ({ countersigned }) => countersigned !== undefined,
    );
    expect(receipt.countersigned).toMatchObject({ by: ['council/district', 'council/union'] });
    const { position: ofBody } = await record(`bodies/${bodyId}/set-display-name-policy`, {
      seatId: 'union-1',
      policy: 'full',
    });
    const { countersigning } = await until(
      () => ofLedger(`receipts/${String(ofBody)}`),
      (answer) => signedAt(answer) !== undefined,
    );
    const party = (organizationId: string) => ({ organizationId, at: expect.any(String) as unknown });
    expect(countersigning).toMatchObject({ parties: parties.map(party) });
    const policy = await (await fetch(`${product.feed}/log/policy`)).text();
    expect(policy).toMatch(/^group parties 2 council\/district council\/union\nquorum parties$/m);
  });

  it('says with a decision, in figures and in words, that both parties have countersigned it, and when', async () => {
    await decide('trees');
    const decision = await until(
      () => decisionOf('trees'),
      (answer) => signedAt(answer) !== undefined,
    );
    const at = signedAt(decision) ?? '';
    expect(decision.countersigning).toMatchObject({
      index: Math.max(...(decision.published as { index: number }[]).map(({ index }) => index)),
      parties: parties.map((id) => ({ organizationId: id, name: id, at: expect.any(String) })),
    });
    const english = await wordsOf('/en/decisions/trees:v1');
    expect(english).toContain(`CountersignedBy both parties at ${told('en', at)}.`);
    expect(await wordsOf('/es/decisions/trees:v1')).toContain(
      `RefrendadaPor ambas partes: ${told('es', at)}.`,
    );
    const { output } = await shell(`npm run -s minutebook -- explain trees:v1 '${product.feed}'`);
    expect(output).toMatch(
      /^Countersigned by both parties at \w+ \d+, \d+ at \d.+ PD?S?T, in the latest checkpoint, of \d+ entries, which covers this decision\.\n {2}district: \w.*\n {2}union: \w/m,
    );
  });

  it('proves its notice by what they saw, to whoever trusts them, without a network', async () => {
    const startsAt = new Date(Date.now() + 80 * hour).toISOString();
    const meeting = { bodyId, meetingType: 'regular', startsAt, places: [] };
    await record('meetings/next/schedule-meeting', meeting);
    const places = [
      { kind: 'physical', description: 'The door' },
      { kind: 'web', description: 'The site', url: 'https://council.example.org' },
    ];
    const item = { itemId: 'a', number: '1', title: 'Trees', description: 'Which trees', kind: 'action' };
    await record('meetings/next/add-agenda-item', item);
    await record('meetings/next/post-agenda', { postingId: 'p', places, itemIds: ['a'] });
    const isProven = (answer: Json): boolean =>
      JSON.stringify(answer.findings ?? []).includes('NOTICE_PROVEN');
    const proof = await until(() => ofLedger('meetings/next/notice-proof'), isProven);
    expect(proof.findings).toMatchObject([{ code: 'NOTICE_PROVEN', ruleId: 'BA-01' }]);
    await until(() => read(`${product.feed}/meetings/next/notice-proof`), isProven);
    const { code, output } = await shell(
      `cd '${process.cwd()}'
       curl -sS '${product.feed}/meetings/next/notice-proof' > '${folder.path}/proof.json'
       curl -sS '${product.feed}/log/policy' > '${folder.path}/policy'
       npm run -s minutebook -- verify-notice '${folder.path}/proof.json' --policy '${folder.path}/policy'`,
    );
    expect(output).toMatch(
      /NOTICE_PROVEN \(BA-01, agenda, 72 hours\): seen by council\/\w+ at \S+, margin (7\.\d+|8) hours/,
    );
    expect(code).toBe(0);
  });

  it('finds a witness that is away, and tells beside it when it has cosigned after all', async () => {
    const [, union] = witnesses;
    await union?.stop();
    await decide('late');
    const waiting = await until(
      () => decisionOf('late'),
      ({ countersigning }) => JSON.stringify(countersigning ?? {}).includes('"at"'),
    );
    expect(waiting.countersigning).toMatchObject({
      parties: [
        { organizationId: 'district', at: expect.any(String) as unknown },
        { organizationId: 'union' },
      ],
    });
    expect(signedAt(waiting)).toBeUndefined();
    expect(await wordsOf('/en/decisions/late:v1')).toMatch(
      /Not by both parties yet, but by 1 of them\.district: .+union: not yet/,
    );
    const late = await until(() => findings('COSIGNATURE_LATE'), isFound);
    expect(late.items).toMatchObject([
      { severity: 'warning', inputs: { witnessId: 'union', withinSeconds: 20 }, bodyId },
    ]);
    const decided = await until(
      () => decisionOf('late'),
      ({ countersigning }) => JSON.stringify(countersigning).includes('lateSince'),
    );
    const { parties: asked } = decided.countersigning as { parties: { lateSince: string }[] };
    expect(await wordsOf('/es/decisions/late:v1')).toContain(
      `union: todavía no. Lleva retraso: a un punto de control del ${told('es', asked[1]?.lateSince ?? '')} le falta aún su firma.`,
    );
    const explained = await shell(`npm run -s minutebook -- explain late:v1 '${product.feed}'`);
    expect(explained.output).toMatch(
      /^Not countersigned by both parties: .*\n {2}district: .*\n {2}union: not in this checkpoint, and late since/m,
    );
    const port = new URL(union?.url ?? '').port;
    witnesses[1] = await startWitness(product.feed, 'union', join(folder.path, 'union'), port);
    expect(witnesses[1].vkey).toBe(union?.vkey);
    await until(() => findings('COSIGNATURE_CAUGHT_UP'), isFound);
    expect((await findings('COSIGNATURE_LATE')).items).toHaveLength(1);
    await until(
      () => decisionOf('late'),
      (answer) => signedAt(answer) !== undefined,
    );
    expect(await wordsOf('/en/decisions/late:v1')).toContain('By both parties at');
    const body = await until(
      () => ofLedger(`bodies/${bodyId}`),
      (answer) => JSON.stringify(answer).includes('caughtUp'),
    );
    expect(body.witnesses).toMatchObject([{}, { late: [{ caughtUp: { witnessId: 'union' } }] }]);
  });
});

describe('a witness of a record that its operator falsified and signed again', () => {
  const samples = join(process.cwd(), 'test/verifier-samples');

  /** What a witness that follows a copy of a log answers to its checkpoint, and cosigned last. */
  async function asked(sample: string) {
    const folder = await temporaryFolder();
    const log = join(samples, sample, 'log');
    const { url, stop } = await startWitness(log, 'union', join(folder.path, 'union'));
    try {
      const note = await readFile(join(log, 'checkpoint'), 'utf8');
      const body = `old 0\n\n${note}`;
      const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
      const origin = hash('sha256', note.split('\n')[0] ?? '');
      const signed = await fetch(`${url}/${origin}/checkpoint`);
      return { status: answer.status, said: await answer.text(), signed: signed.status };
    } finally {
      await stop();
      await folder.remove();
    }
  }

  it('refuses it for what it means, though every hash and signature is right, and signs nothing', async () => {
    const { status, said, signed } = await asked('fail/the-tally-changed-and-signed');
    expect([status, signed]).toEqual([422, 404]);
    expect(said).toMatch(
      /^it does not pass verification: M6 DIFFERS at entry \d+, motion-\S+ revision \d+, VoteClosed: .*; \/tally\/counts\/\d\/value: expected \d+, found \d+\n$/,
    );
  });

  it('cosigns the record as it was', async () => {
    const { status, said, signed } = await asked('pass/decisions-of-every-manner');
    expect([status, signed]).toEqual([200, 200]);
    expect(said).toMatch(/^— union\.example\.org \S+\n$/);
  });
});

describe('a witness of a log that was good, and goes on with what is not', () => {
  const entries = recordOf('corrected');
  const closed = indicesOf(entries, 'VoteClosed').at(-1) ?? 0;
  const falsified = withChanged(entries, closed, ({ data }) => {
    const [count] = (data.tally as { counts: { value: number }[] }).counts;
    if (count) count.value++;
  });
  const size = closed;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let log: string;
  let witness: WitnessServer;

  const start = (port?: string) => startWitness(log, 'union', join(folder.path, 'union'), port);
  /** What the operator serves from now on, in the place of what was there. */
  const serve = async (resources: ServedLog['resources']) => {
    for (const [path, bytes] of resources) {
      await mkdir(dirname(join(log, path)), { recursive: true });
      await writeFile(join(log, path), bytes);
    }
  };
  const noteOf = ({ resources }: ServedLog) => Buffer.from(resources.get('checkpoint') ?? '').toString();

  /** Asks for a cosignature of a log, with a proof that it extends the first so many entries. */
  async function ask(served: ServedLog, old: number, to: number) {
    const tiles = ({ level, index, width }: Tile) =>
      Buffer.from(served.resources.get(tilePath({ level, index, width })) ?? '');
    const proof = await consistencyProof(old, to, subtreesFromTiles(to, tiles));
    const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), ''].join('\n');
    const body = `${lines}\n${noteOf(served)}`;
    const answer = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
    const type = answer.headers.get('content-type') ?? '';
    return { status: answer.status, said: await answer.text(), type };
  }
  /** What it tells monitors that it cosigned last. */
  async function signed(): Promise<string> {
    const [origin = ''] = noteOf(serveLog(entries)).split('\n');
    return (await fetch(`${witness.url}/${hash('sha256', origin)}/checkpoint`)).text();
  }

  beforeAll(async () => {
    folder = await temporaryFolder();
    log = join(folder.path, 'log');
    const good = serveLog(entries.slice(0, size));
    await serve(good.resources);
    witness = await start();
    expect(await ask(good, 0, size)).toMatchObject({ status: 200 });
  });
  afterAll(async () => {
    await witness.stop();
    await folder.remove();
  });

  it('refuses a tally that was changed, though hashes, proof and signature are right, and says which', async () => {
    const before = await signed();
    expect(before).toContain(`\n${size}\n`);
    const served = serveLog(falsified);
    await serve(served.resources);
    const refused = await ask(served, size, falsified.length);
    expect(refused.status).toBe(422);
    expect(refused.said).toMatch(
      new RegExp(`M6 DIFFERS at entry ${closed}, .*VoteClosed: .*; /tally/counts/0/value: expected`),
    );
    expect(await signed()).toBe(before);
  });

  it('refuses it as well when it was stopped meanwhile, and knows what it signed', async () => {
    const before = await signed();
    await witness.stop();
    witness = await start();
    const served = serveLog(falsified);
    expect(await ask(served, 0, falsified.length)).toMatchObject({
      status: 409,
      said: `${size}\n`,
      type: 'text/x.tlog.size',
    });
    expect((await ask(served, size, falsified.length)).status).toBe(422);
    expect(await signed()).toBe(before);
  });

  it('never signs another view of what it signed, and says so without a size', async () => {
    const other = serveLog(
      withChanged(entries.slice(0, size), indicesOf(entries, 'MotionDrafted')[0] ?? 0, ({ data }) => {
        data.title = 'Another title';
      }),
    );
    await serve(other.resources);
    const refused = await ask(other, size, size);
    expect([refused.status, refused.type]).toEqual([409, 'text/plain; charset=utf-8']);
    expect(refused.said).toContain(`this witness has cosigned another tree of ${size} entries`);
  });

  it('goes on with the record as it was', async () => {
    const served = serveLog(entries);
    await serve(served.resources);
    expect(await ask(served, size, entries.length)).toMatchObject({ status: 200 });
    expect(await signed()).toContain(`\n${entries.length}\n`);
  });
});
