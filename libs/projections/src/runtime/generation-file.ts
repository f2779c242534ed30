import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { uptime } from 'node:os';
import Database from 'better-sqlite3';
import { fingerprintOf } from './read-model.ts';
import type { ReadModel } from './read-model.ts';
import { sqliteCode } from './sqlite-code.ts';

const checkpointTable = `
  CREATE TABLE generation (
    fingerprint TEXT NOT NULL,
    -- Of the last event whose rows are here; written with them.
    position INTEGER NOT NULL,
    -- When the machine that began to fill this file was started; see bootTime.
    boot INTEGER NOT NULL
  ) STRICT`;

/** Bytes: most of a generation are documents of several kilobytes each. */
const pageSize = 8 * 1024;
/** Kibibytes that a connection keeps of the file; the rest is the operating system's business. */
const cacheSize = 4 * 1024;
/** Milliseconds to wait for another connection's transaction; a swap holds one for a moment. */
const busyTimeout = 30_000;

/**
 * Seconds of the epoch at which the machine was started, as far as its clock can tell. What is filled is not
 * synced to the disk until it is complete: a killed process loses nothing by it, a power cut leaves a file that
 * is not gone on with.
 */
const bootTime = (): number => Math.round(Date.now() / 1000 - uptime());
const clockTolerance = 5;

const connect = (file: string): Database.Database => {
  const db = new Database(file, { timeout: busyTimeout });
  db.pragma(`cache_size = -${cacheSize}`);
  return db;
};

/** Others read while this one writes. A power cut may cost the last transactions, never the file's consistency. */
function useToServe(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
}

/** Nobody else has it open: a rollback journal writes every page once instead of twice. */
function useToFill(db: Database.Database): void {
  db.pragma(`page_size = ${pageSize}`);
  db.pragma('journal_mode = TRUNCATE');
  db.pragma('synchronous = OFF');
}

type Header = Readonly<{ fingerprint: string; position: number; boot: number }>;

const isPrepared = (db: Database.Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'generation'").get() !== undefined;

const headerIn = (db: Database.Database): Header | undefined =>
  isPrepared(db) ? db.prepare<[], Header>('SELECT * FROM generation').get() : undefined;

/** Files that hold no database, or a damaged one, say nothing: rows can be made again. */
export function headerOf(file: string): Header | undefined {
  if (!existsSync(file)) return undefined;
  const db = new Database(file, { timeout: busyTimeout });
  try {
    return headerIn(db);
  } catch (error) {
    if (isDamaged(error)) return undefined;
    throw error;
  } finally {
    db.close();
  }
}

export const isDamaged = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error));

/** Whether a generation was filled in part, by the same read models, since the machine was started. */
export const canGoOn = (file: string, models: readonly ReadModel[]): boolean => {
  const header = headerOf(file);
  return (
    header?.fingerprint === fingerprintOf(models) && Math.abs(header.boot - bootTime()) <= clockTolerance
  );
};

/** A generation that nobody reads yet: a new one, or one that was filled in part. */
export function openToFill(file: string, models: readonly ReadModel[]): Database.Database {
  const db = connect(file);
  useToFill(db);
  db.transaction(() => {
    if (isPrepared(db)) return;
    db.exec(checkpointTable);
    for (const { tables } of models) db.exec(tables);
    db.prepare('INSERT INTO generation VALUES (?, 0, ?)').run(fingerprintOf(models), bootTime());
  })();
  return db;
}

/** From here on, others may read, and what was filled survives a power cut. */
export function serve(db: Database.Database): void {
  useToServe(db);
  const descriptor = openSync(db.name, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function openToServe(file: string): Database.Database {
  const db = connect(file);
  useToServe(db);
  return db;
}
