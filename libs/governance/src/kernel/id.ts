export const idPattern = '^[a-z0-9][a-z0-9_.-]*$';
export const idMaxLength = 100;

const idExpression = new RegExp(idPattern);

/** Whether a text can stand for a stream, a seat, an item, … (a UUID is such a text). */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= idMaxLength && idExpression.test(value);
