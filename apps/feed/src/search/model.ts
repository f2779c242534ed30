import type { Database } from 'better-sqlite3';
import type { DomainEvent, Recorded } from '#governance';
import { getDecision, readsOn } from '#projections';
import type { DecisionDocument, ReadModel, Reads } from '#projections';
import { correctionLines } from '../feeds/corrections.ts';
import { languages } from '../words/languages.ts';
import { outcomeText } from '../words/outcome.ts';
import { speechIn } from '../words/speech.ts';
import { plain, proseOf } from './prose.ts';

/** What can be found. */
export const foundKinds = [
  'decision',
  'motion',
  'meeting',
  'minutes',
  'body',
  'instrument',
  'school',
  'cohort',
  'commitment',
  'claim',
] as const;
export type FoundKind = (typeof foundKinds)[number];

const kindOf = ({ category, event }: Recorded): FoundKind | undefined => {
  if (category === 'meeting' && minutesTypes.has(event.type)) return 'minutes';
  return foundKinds.find((kind) => kind === category);
};

const minutesTypes: ReadonlySet<DomainEvent['type']> = new Set([
  'MinutesDrafted',
  'MinutesApproved',
  'MinutesCorrectionRecorded',
]);

const tables = `
  CREATE TABLE search_things (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    body_id TEXT,
    title TEXT NOT NULL,
    lang TEXT,
    illustration INTEGER NOT NULL,
    published_at TEXT NOT NULL,
    -- When something that can be found was recorded of it last.
    updated_at TEXT NOT NULL,
    UNIQUE (kind, thing)
  ) STRICT;
  CREATE VIRTUAL TABLE search_texts USING fts5 (
    title, body,
    -- What we say of it in each language: found, never shown.
    words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
  );`;

/** What is found of one thing. */
type Found = Readonly<{
  kind: FoundKind;
  thing: string;
  bodyId: string | undefined;
  title: string;
  lang: string | undefined;
  illustration: boolean;
  recordedAt: string;
}>;

/** Rows of things and of their texts, under one id. */
function index(db: Database) {
  const upsert = db.prepare<unknown[], { id: number }>(
    `INSERT INTO search_things (kind, thing, body_id, title, lang, illustration, published_at, updated_at)
     VALUES (@kind, @thing, @bodyId, @title, @lang, @illustration, @recordedAt, @recordedAt)
     ON CONFLICT (kind, thing) DO UPDATE SET
       body_id = coalesce(excluded.body_id, body_id),
       title = iif(excluded.title = '', title, excluded.title),
       lang = coalesce(lang, excluded.lang),
       updated_at = max(updated_at, excluded.updated_at)
     RETURNING id`,
  );
  const textOf = db.prepare<[number], string>('SELECT body FROM search_texts WHERE rowid = ?').pluck();
  const remove = db.prepare('DELETE FROM search_texts WHERE rowid = ?');
  const insert = db.prepare(
    'INSERT INTO search_texts (rowid, title, body, words) SELECT id, title, ?, ? FROM search_things WHERE id = ?',
  );
  const write = (found: Found, merge: (before: string) => string, words = ''): void => {
    const { bodyId = null, lang = null, illustration, title } = found;
    const row = { ...found, bodyId, lang, title: plain(title), illustration: Number(illustration) };
    const { id } = upsert.get(row) ?? { id: 0 };
    const before = textOf.get(id) ?? '';
    remove.run(id);
    insert.run(merge(before), words, id);
  };
  return {
    /** In the place of what was found of it. */
    put: (found: Found, texts: readonly string[], words: readonly string[]) =>
      write(found, () => texts.map(plain).join('\n'), words.map(plain).join('\n')),
    /** Beside it: what was said once can be found. */
    add: (found: Found, texts: readonly string[]) =>
      write(found, (before) =>
        [...new Set([...(before === '' ? [] : before.split('\n')), ...texts])].join('\n'),
      ),
  };
}

/** What a thing is called, where the event says it. */
function titleIn({ kind, event }: Readonly<{ kind: FoundKind; event: DomainEvent }>): string {
  const names: Readonly<Record<string, unknown>> = event;
  if (event.type === 'SchoolRenamed') return event.to;
  if (event.type === 'ClaimRecorded') return `${event.subject}: ${event.predicate}`;
  const name = /(Registered|Established|Drafted|Scheduled|Defined|Made)$/.test(event.type)
    ? (names.title ?? names.name ?? (kind === 'cohort' ? names.label : undefined))
    : undefined;
  return typeof name === 'string' ? name : '';
}

const bodyIn = (kind: FoundKind, { streamId, event }: Recorded): string | undefined => {
  if (kind === 'body') return streamId;
  return 'bodyId' in event && typeof event.bodyId === 'string' ? event.bodyId : undefined;
};

type Pending = { found: Found; texts: string[] };

/** What the events of a batch say, thing by thing. */
function pendingThings() {
  let pending = new Map<string, Pending>();
  return {
    take: (kind: FoundKind, recorded: Recorded): void => {
      const { streamId: thing, event, envelope, recordedAt } = recorded;
      const texts = proseOf(event);
      if (texts.length === 0 && kind !== 'minutes') return;
      const key = `${kind}:${thing}`;
      const before = pending.get(key);
      const found: Found = {
        kind,
        thing,
        bodyId: bodyIn(kind, recorded) ?? before?.found.bodyId,
        title: titleIn({ kind, event }) || (before?.found.title ?? ''),
        lang: before?.found.lang ?? envelope.lang,
        illustration: envelope.illustration ?? false,
        recordedAt,
      };
      pending.set(key, { found, texts: [...(before?.texts ?? []), ...texts] });
    },
    all: (): readonly Pending[] => {
      const all = [...pending.values()];
      pending = new Map();
      return all;
    },
  };
}

/** What the record itself says of a decision: found words are shown, and those are nobody's but its own. */
const textsOf = (decision: DecisionDocument): readonly string[] => {
  const { bodyName = '', text = '', corrections = [], reportCorrections = [], voidedAs, rule } = decision;
  const clause = rule?.clauseRef;
  return [
    bodyName,
    text,
    ...corrections.map(({ label, seatId, reason }) => `${label ?? seatId}: ${reason}`),
    ...reportCorrections.map(({ reason }) => reason),
    ...(voidedAs ? [voidedAs.reason] : []),
    ...(rule ? [rule.ruleId] : []),
    ...(clause ? [`${clause.clause}, ${clause.instrument}`] : []),
  ].filter((one) => one !== '');
};

const speeches = languages.map((lang) => speechIn(lang));

/** What we say of it: how it came out and why, in every language. */
function wordsOf(decision: DecisionDocument): readonly string[] {
  const { outcome, constituencies } = decision;
  const sides = constituencies.map(({ constituencyId: id, name }) => ({ id, name }));
  return speeches.flatMap((speech) => [
    speech.t('outcome.badge', { state: outcome }),
    outcomeText(speech, decision, sides),
    ...correctionLines(speech, decision),
  ]);
}

type Decided = Readonly<{ id: string; recordedAt: string; lang: string | null }>;

/** Decisions of a motion, as the register has them. */
const decidedOn = (reads: Reads, motionId: string): readonly Decided[] =>
  reads.all(
    `SELECT decision_id AS id, coalesce(updated_at, published_at) AS recordedAt,
       (SELECT lang FROM published WHERE stream = 'motion-' || ? AND lang IS NOT NULL ORDER BY entry LIMIT 1) AS lang
     FROM decisions JOIN feed_items ON item = 'decision:' || decision_id
     WHERE decision_id > ? AND decision_id < ?`,
    motionId,
    `${motionId}:`,
    `${motionId};`,
  );

/** What was before a meeting is in its minutes: made from the same record, they hold no other words. */
const beforeMeeting = (reads: Reads, meetingId: string): readonly string[] =>
  reads
    .all<{ text: string }>(
      `SELECT title || char(10) || body AS text FROM search_texts
       WHERE rowid IN (SELECT id FROM search_things WHERE (kind = 'meeting' AND thing = ?) OR
         (kind = 'motion' AND thing IN (SELECT motion_id FROM meeting_motions WHERE meeting_id = ?)))`,
      meetingId,
      meetingId,
    )
    .flatMap(({ text }) => text.split('\n'));

/**
 * Everything that can be found, by what it says. Comes after all others.
 *
 * Minutes are found by what they were made from, not by their bytes: those may have to be erased.
 */
export const searchModel: ReadModel = {
  name: 'search',
  version: 2,
  tables,
  project: (db, beforeCommit) => {
    const reads = readsOn(db);
    const { add, put } = index(db);
    const things = pendingThings();
    const motions = new Set<string>();
    const decide = (motionId: string): void => {
      for (const { id, recordedAt, lang } of decidedOn(reads, motionId)) {
        const decision = getDecision(reads, id);
        if (!decision) continue;
        const { bodyId, title = '', illustration = false } = decision;
        const found = { kind: 'decision', thing: id, bodyId, title, illustration, recordedAt } as const;
        put({ ...found, lang: lang ?? undefined }, textsOf(decision), wordsOf(decision));
      }
    };
    beforeCommit(() => {
      const all = things.all();
      for (const { found, texts } of all) add(found, texts);
      for (const { found } of all)
        if (found.kind === 'minutes') add(found, beforeMeeting(reads, found.thing));
      for (const motionId of motions) decide(motionId);
      motions.clear();
    });
    return (recorded) => {
      const kind = kindOf(recorded);
      if (kind === undefined) return;
      if (kind === 'motion') motions.add(recorded.streamId);
      things.take(kind, recorded);
    };
  },
};
