export { interfaceProblems } from './catalogue.ts';
export type { CatalogueEntry, InterfaceProblem } from './catalogue.ts';
export { rejections } from './rejections/index.ts';
export * from './problem.ts';
export { problemOf } from './http-errors.ts';
export { problemMediaType } from './problem-filter.ts';
