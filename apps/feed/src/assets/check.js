// Checks in a browser that entries are in the log as its key signed it: C2SP tlog-proof, tlog-tiles, signed-note and
// tlog-cosignature, RFC 6962 hashes, Ed25519. Asks nobody but the feed whose page it is in.

const hashSize = 32;
const tileWidth = 256;
const types = { ed25519: 1, cosignature: 4 };
const utf8 = new TextEncoder();

/** A step that did not come out: `no` where something is not as it was signed, `unable` where nothing can be said. */
class Stopped extends Error {
  constructor(verdict, step, values) {
    super(`${verdict}.${step}`);
    Object.assign(this, { verdict, step, values });
  }
}
const no = (step, values) => new Stopped('no', step, values);

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const same = (a, b) => hex(a) === hex(b);

/** Standard base64 with its padding and nothing else; undefined for any other text. */
function fromBase64(text) {
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

async function sha256(...parts) {
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
const leafHash = (entry) => sha256([0], entry);
const nodeHash = (left, right) => sha256([1], left, right);

/** The root that a leaf and its proof make; undefined for a proof of the wrong length. RFC 9162 §2.1.3.2. */
export async function rootOf({ leaf, index, size, hashes }) {
  if (index >= size) return undefined;
  const half = (n) => Math.floor(n / 2);
  let [node, last, root] = [index, size - 1, leaf];
  for (const sibling of hashes) {
    if (last === 0) return undefined;
    const isRight = node % 2 === 1 || node === last;
    root = isRight ? await nodeHash(sibling, root) : await nodeHash(root, sibling);
    if (isRight) while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? root : undefined;
}

const wholeNumber = (text) => (/^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined);

function parseSignature(line, malformed) {
  const [, name, blob = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(blob);
  if (name === undefined || !bytes || bytes.length <= 4) throw malformed;
  return { name, id: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

function parseCheckpoint(note, malformed) {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw malformed;
  const text = note.slice(0, end + 1);
  const [origin, digits, root64] = text.split('\n');
  const [size, root] = [wholeNumber(digits ?? ''), fromBase64(root64 ?? '')];
  if (size === undefined || root?.length !== hashSize) throw malformed;
  const lines = note.slice(end + 2, -1).split('\n');
  return { text, origin, size, root, signatures: lines.map((line) => parseSignature(line, malformed)) };
}

function parseProof(text, address) {
  const malformed = no('malformed', { address });
  const end = text.indexOf('\n\n');
  const [first, ...rest] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== 'c2sp.org/tlog-proof@v1') throw malformed;
  const [place = '', ...lines] = rest[0]?.startsWith('extra ') ? rest.slice(1) : rest;
  const index = place.startsWith('index ') ? wholeNumber(place.slice('index '.length)) : undefined;
  const hashes = lines.map(fromBase64);
  if (index === undefined || hashes.some((hash) => hash?.length !== hashSize)) throw malformed;
  const note = text.slice(end + 2);
  return { index, hashes, note, checkpoint: parseCheckpoint(note, malformed) };
}

/** A published key, `name+id+key`; undefined for a kind that is not known here. The id has to be that of the key. */
async function parseKey(vkey) {
  const [, name, id, encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const bytes = fromBase64(encoded);
  if (name === undefined || !bytes) throw no('key', { key: vkey });
  if (!Object.values(types).includes(bytes[0])) return undefined;
  const digest = await sha256(utf8.encode(`${name}\n`), bytes);
  if (hex(digest.subarray(0, 4)) !== id || bytes.length !== 1 + hashSize) throw no('key', { key: vkey });
  return { vkey, name, id, type: bytes[0], publicKey: bytes.subarray(1) };
}

/** The keys of a policy (C2SP tlog-policy): of the log, and of the witnesses under their names there. */
async function keysOf(policy) {
  const keys = [];
  for (const line of policy.split('\n')) {
    const [keyword, ...words] = line.trim().split(/[ \t]+/);
    if (keyword === 'log') keys.push({ ...(await parseKey(words[0] ?? '')), isLog: true });
    if (keyword === 'witness') keys.push({ ...(await parseKey(words[1] ?? '')), witness: words[0] });
  }
  return keys;
}

async function isSigned(publicKey, signature, message) {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']).catch((error) => {
    throw error.name === 'NotSupportedError' ? new Stopped('unable', 'unsupported', {}) : error;
  });
  return crypto.subtle.verify('Ed25519', key, signature, message);
}

/** When a witness saw the checkpoint, in seconds since 1970; undefined where its signature is wrong. */
async function cosignedAt({ publicKey }, { signature }, text) {
  if (signature.length !== 72) return undefined;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  const message = utf8.encode(`cosignature/v1\ntime ${time}\n${text}`);
  return (await isSigned(publicKey, signature.subarray(8), message)) ? Number(time) : undefined;
}

const signatureOf = ({ signatures }, key) =>
  signatures.find(({ name, id }) => name === key.name && id === key.id);

async function checkLogSignature(checkpoint, keys, tell) {
  const { origin, size, text } = checkpoint;
  const signed = keys.filter((key) => key.isLog && key.name === origin && signatureOf(checkpoint, key));
  if (signed.length === 0) throw no('unsigned', { origin });
  for (const key of signed) {
    const { signature } = signatureOf(checkpoint, key);
    if (key.type !== types.ed25519 || !(await isSigned(key.publicKey, signature, utf8.encode(text))))
      throw no('signature', { origin, size, key: key.vkey });
    tell('yes', 'signature', { origin, size, key: key.vkey });
    tell('note', 'key', { key: key.vkey });
  }
}

async function checkCosignatures(checkpoint, keys, tell) {
  const cosigned = keys.filter(({ witness, type }) => witness !== undefined && type === types.cosignature);
  const found = cosigned.filter((key) => signatureOf(checkpoint, key));
  if (found.length === 0) tell('note', 'uncosigned', {});
  for (const { witness, ...key } of found) {
    const time = await cosignedAt(key, signatureOf(checkpoint, key), checkpoint.text);
    if (time === undefined) throw no('cosignature', { witness, key: key.vkey });
    const at = time < 1e11 ? new Date(time * 1000).toISOString() : String(time);
    tell('yes', 'cosignature', { witness, at, key: key.vkey });
  }
}

/** The n-th tile of level 0 as its path says it: three digits a group, all but the last after an x. */
function tileNumber(n) {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g);
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

function entryIn(bundle, place, address) {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  for (let [at, i] = [0, 0]; at + 2 <= bundle.length; i++) {
    const [start, end] = [at + 2, at + 2 + view.getUint16(at)];
    if (end > bundle.length) break;
    if (i === place) return bundle.subarray(start, end);
    at = end;
  }
  throw no('malformed', { address });
}

function eventIn(entry) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(entry)) ?? {};
  } catch {
    return {};
  }
}

/** What the feed answers, each address asked for once. */
function reader(ask) {
  const known = new Map();
  const request = async (address) => {
    const { status, bytes } = await ask(address).catch(() => ({ status: 0 }));
    if (status !== 200) throw new Stopped('unable', 'answer', { address, status });
    return { address, bytes };
  };
  const read = (address) => {
    if (!known.has(address)) known.set(address, request(address));
    return known.get(address);
  };
  return {
    text: async (address) => new TextDecoder().decode((await read(address)).bytes),
    /** A full tile may have taken the place of the partial one: then that is 404. */
    tile: async (kind, number, width) => {
      const full = `/log/tile/${kind}/${tileNumber(number)}`;
      if (width === tileWidth) return read(full);
      return read(`${full}.p/${width}`).catch((error) => {
        if (error.values?.status !== 404) throw error;
        return read(full);
      });
    },
  };
}

async function checkCheckpoint(checkpoint, read, tell) {
  const keys = await keysOf(await read.text('/log/policy'));
  await checkLogSignature(checkpoint, keys, tell);
  await checkCosignatures(checkpoint, keys, tell);
}

/** From the bytes of the entry to the root that was signed. */
async function checkEntry({ entry: { index, type }, stream, proof, read, tell }) {
  const { size, root } = proof.checkpoint;
  if (proof.index !== index || index >= size) throw no('index', { index, found: proof.index, size });
  const [number, place] = [Math.floor(index / tileWidth), index % tileWidth];
  const width = Math.min(tileWidth, size - number * tileWidth);
  const bundle = await read.tile('entries', number, width);
  const bytes = entryIn(bundle.bytes, place, bundle.address);
  const event = eventIn(bytes);
  const said = { type: String(event.type), stream: String(event.stream) };
  if (event.kind !== 'event' || said.type !== type || said.stream !== stream) throw no('entry', said);
  tell('yes', 'entry', { ...said, bytes: bytes.length, address: bundle.address });
  const leaf = await leafHash(bytes);
  tell('yes', 'leaf', { leaf: hex(leaf) });
  const tile = await read.tile('0', number, width);
  const named = tile.bytes.subarray(place * hashSize, (place + 1) * hashSize);
  if (!same(named, leaf)) throw no('tile', { address: tile.address, leaf: hex(leaf), found: hex(named) });
  tell('yes', 'tile', { address: tile.address });
  const made = await rootOf({ leaf, index, size, hashes: proof.hashes });
  const path = { count: proof.hashes.length, size, root: hex(root) };
  if (!made || !same(made, root)) throw no('path', { ...path, found: made ? hex(made) : '–' });
  tell('yes', 'path', path);
}

/** How a group of steps came out; a fault of the check itself says nothing of what it checks. */
async function group(name, values, tell, check) {
  const id = { name, values };
  try {
    await check((verdict, step, said) => tell(id, { verdict, step, values: said }));
    return 'yes';
  } catch (error) {
    const stopped = error instanceof Stopped;
    const {
      verdict,
      step,
      values: said,
    } = stopped ? error : new Stopped('unable', 'fault', { detail: String(error) });
    tell(id, { verdict, step, values: said });
    return verdict;
  }
}

const worst = (verdicts) => ['no', 'unable', 'yes'].find((verdict) => verdicts.includes(verdict)) ?? 'unable';

/**
 * Whether every entry is in the log: `yes`, `no`, or `unable` where nothing says no, but something could not be
 * asked. Tells every step. `ask` answers an address with its status and bytes.
 */
export async function checkEntries({ entries, stream, ask, tell }) {
  if (!globalThis.crypto?.subtle) {
    tell({ name: 'browser', values: {} }, { verdict: 'unable', step: 'unsupported', values: {} });
    return 'unable';
  }
  const read = reader(ask);
  const verdicts = [];
  const checkpoints = new Set();
  for (const entry of entries) {
    let proof;
    const inclusion = await group('entry', entry, tell, async (say) => {
      const address = `/proofs/${entry.index}`;
      proof = parseProof(await read.text(address), address);
      await checkEntry({ entry, stream, proof, read, tell: say });
    });
    verdicts.push(inclusion);
    if (!proof || checkpoints.has(proof.note)) continue;
    checkpoints.add(proof.note);
    const { checkpoint } = proof;
    const check = (say) => checkCheckpoint(checkpoint, read, say);
    verdicts.push(await group('checkpoint', { size: checkpoint.size }, tell, check));
  }
  return worst(verdicts);
}

/** A message with its values in their places: each stands apart from the words. */
function fill(element, message, values, lang) {
  for (const part of message.split(/(\{\w+\})/)) {
    const value = /^\{\w+\}$/.test(part) ? values[part.slice(1, -1)] : undefined;
    if (value === undefined || typeof value === 'number') {
      element.append(value === undefined ? part : value.toLocaleString(lang));
      continue;
    }
    const code = document.createElement('code');
    code.textContent = value;
    element.append(code);
  }
}

const marks = { yes: '✓', no: '✗', unable: '?', note: '·' };

function addTo(parent, tag, verdict, message, values, lang) {
  const element = document.createElement(tag);
  element.className = `is-${verdict}`;
  const mark = document.createElement('span');
  mark.ariaHidden = 'true';
  mark.textContent = `${marks[verdict]} `;
  element.append(mark);
  fill(element, message, values, lang);
  parent.append(element);
  return element;
}

/** Shows steps as they are told, a group of them under its name; the first is open, and what says no. */
function stepsIn(list, words, lang) {
  const shown = new Map();
  return (id, { verdict, step, values }) => {
    if (!shown.has(id)) {
      const details = list.appendChild(document.createElement('details'));
      fill(
        details.appendChild(document.createElement('summary')),
        words[`group.${id.name}`],
        id.values,
        lang,
      );
      shown.set(id, { details, steps: details.appendChild(document.createElement('ol')) });
      details.open = shown.size === 1;
    }
    const { details, steps } = shown.get(id);
    addTo(steps, 'li', verdict, words[`${verdict}.${step}`], values, lang);
    if (verdict === 'no' || verdict === 'unable') details.open = true;
  };
}

/** Lets an element check the entries that its data name when its button is pressed; until then nothing is asked. */
function enable(checker) {
  const { base, stream } = checker.dataset;
  const [entries, words] = [JSON.parse(checker.dataset.entries), JSON.parse(checker.dataset.words)];
  const { lang } = document.documentElement;
  const [button, status, list] = ['button', '[role=status]', '.check-steps'].map((one) =>
    checker.querySelector(one),
  );
  const ask = async (address) => {
    const answer = await fetch(base + address, { credentials: 'omit' });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  let running = false;
  button.addEventListener('click', async () => {
    if (running) return;
    running = true;
    list.replaceChildren();
    status.textContent = words.running;
    const tell = stepsIn(list, words, lang);
    const verdict = await checkEntries({ entries, stream, ask, tell });
    status.replaceChildren();
    addTo(status, 'strong', verdict, words[`verdict.${verdict}`], {}, lang);
    running = false;
  });
  checker.hidden = false;
}

if (globalThis.document) for (const checker of document.querySelectorAll('.checker')) enable(checker);
