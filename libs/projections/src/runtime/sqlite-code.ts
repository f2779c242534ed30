/**
 * The code of an error of SQLite, `SQLITE_BUSY` and the like; empty for any other error. Told by its name: a
 * process may have loaded the binding more than once, and each time has a class of its own.
 */
export const sqliteCode = (error: unknown): string => {
  const { name, code } = (error ?? {}) as Readonly<{ name?: unknown; code?: unknown }>;
  return name === 'SqliteError' && typeof code === 'string' ? code : '';
};
