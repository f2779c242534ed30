export * from './config.ts';
export { settings, settingsTable } from './settings.ts';
export type { Setting } from './settings.ts';
export type { MappedRole } from './parsers.ts';
