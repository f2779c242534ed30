export type { FieldOptions } from './fields/field.ts';
export * from './fields/list.ts';
export * from './fields/text.ts';
export * from './fields/value.ts';
