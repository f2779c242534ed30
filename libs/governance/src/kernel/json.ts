/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | Readonly<{ [name: string]: Json }>;

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The same text for the same value, whatever the order of its fields. */
export const jsonText = (value: Json): string => JSON.stringify(value, inOrder);
