export type * from './document/minutes-document.ts';
export { minutesOf } from './document/minutes-of.ts';
export type { MinutesSource } from './document/source.ts';
export { languages } from './languages/index.ts';
export { plainText } from './render/markdown.ts';
export * from './render/render.ts';
