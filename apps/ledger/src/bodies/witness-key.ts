import { parseVerifier, signatureTypes } from '#tlog';
import { field } from '../platform/fields/field.ts';

const maxLength = 500;

/** Whether a text is the published key of a witness (C2SP signed-note, tlog-cosignature). */
export function isWitnessKey(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > maxLength) return false;
  try {
    return parseVerifier(value).type === signatureTypes.cosignature;
  } catch {
    return false;
  }
}

export const WitnessKeyField = (): PropertyDecorator =>
  field(
    {
      name: 'witnessKey',
      says: 'must be the key of a witness as it prints it: its name, eight hexadecimal digits and the key, with + between them',
      test: isWitnessKey,
    },
    {
      description: 'The key of the witness for cosignatures, as it prints it: `name+id+key`.',
      example: 'witness.example.org+7862418e+BG56HN0psLeP0Tr0xVmP7/TvKpcWbjym8uT7/M2AUFvx',
    },
    { type: 'string', maxLength },
  );
