export * from './directory.ts';
export { UnusableFile } from './erasable-file.ts';
export * from './mentions.ts';
export * from './occurrences.ts';
export * from './public-name.ts';
export * from './sealed-data.ts';
export * from './sqlite-vault.ts';
export * from './vault.ts';
