import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { atInstant } from '#governance';
import type { NewEvent } from '#event-store';

/** An event on its way into the ledger, and what of it must never be seen outside when it is not public. */
export type LedgerEvent = Readonly<{
  stream: string;
  event: NewEvent;
  mayBePublic: boolean;
  secrets: readonly string[];
}>;

type Draft = Readonly<{ category: string; visibility: unknown; text: string; salted: boolean }>;

const openCategories = [
  'organization',
  'body',
  'meeting',
  'motion',
  'source',
  'claim',
  'commitment',
  'challenge',
];
const visibilities = ['public', 'members', 'closed_session', 'sealed'];

const metadataOf = (visibility: unknown, secret: string, salt: string | undefined) => ({
  schemaVersion: 1,
  occurredAt: { ...atInstant('2019-08-01T10:00:00Z'), literal: `literal-${secret}` },
  recordedBy: { actorId: `actor-${secret}`, role: 'secretary', authority: { kind: 'office', ref: secret } },
  recordingMode: 'minutes',
  commandId: `command-${secret}`,
  commandDigest: `digest-${secret}`,
  $correlationId: `correlation-${secret}`,
  $causationId: `causation-${secret}`,
  visibility,
  salt,
  lang: `x-${secret}`,
  sources: [{ sourceId: `source-${secret}`, locator: secret, confidence: 'stated' }],
  findings: [{ code: `CODE-${secret}`, severity: 'warning', inputs: { [secret]: secret } }],
});

/** An event with the same secret word in every field. */
export function ledgerEvent({ category, visibility, text, salted }: Draft): LedgerEvent {
  const secret = `canary${randomBytes(12).toString('hex')}`;
  const salt = salted ? randomBytes(32).toString('hex') : undefined;
  const id = randomUUID();
  const data = JSON.stringify({ title: `${secret} ${text}`, [secret]: [{ nested: secret, text }] });
  return {
    stream: `${category}-${secret}`,
    event: {
      id,
      type: `Type${secret}`,
      data,
      metadata: JSON.stringify(metadataOf(visibility, secret, salt)),
    },
    mayBePublic: openCategories.includes(category) && visibility === 'public',
    secrets: [secret, id, ...(salt === undefined ? [] : [salt])],
  };
}

/** Events of every category and visibility, also of such as there should never be. */
export const anyLedgerEvent: fc.Arbitrary<LedgerEvent> = fc
  .record({
    category: fc.constantFrom(...openCategories, 'access', 'person'),
    visibility: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom<unknown>(...visibilities) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<unknown>(undefined, null, true, 'Public', ' public', ['public'], ''),
      },
    ),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\ud800 alone')),
    salted: fc.boolean(),
  })
  .map(ledgerEvent);

/** A plain public event of a motion. */
export const publicEvent = (text = ''): LedgerEvent =>
  ledgerEvent({ category: 'motion', visibility: 'public', text, salted: false });

export const closedEvent = (text = ''): LedgerEvent =>
  ledgerEvent({ category: 'motion', visibility: 'closed_session', text, salted: true });
