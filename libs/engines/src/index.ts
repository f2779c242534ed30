export * from './engine.ts';
export * from './shared-folder.ts';
export * from './stores.ts';
export * from './vault.ts';
