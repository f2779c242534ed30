import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { RecordedBy } from '#governance';
import { Problem } from '#platform';
import { commandIdFor } from '#recording';
import type { WriteContext } from '#recording';
import type { CommandBody } from './command-body.ts';
import type { GuardedRequest } from './request.ts';

/** Visible ASCII (RFC 9110 §5.5), so that a key is the same text everywhere. */
const keyPattern = /^[\x21-\x7e]{1,200}$/;
const revisionPattern = /^"(\d{1,15})"$/;

/** @throws Problem `IDEMPOTENCY_KEY_INVALID` */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && keyPattern.test(header)) return header;
  throw new Problem('IDEMPOTENCY_KEY_INVALID');
}

/** @throws Problem `IF_MATCH_INVALID` */
export function expectedRevisionOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const digits = revisionPattern.exec(header)?.[1];
  if (digits === undefined) throw new Problem('IF_MATCH_INVALID');
  return Number(digits);
}

/** The same for the same command on the same thing, whatever the order of its fields (RFC 8785). */
export const digestOf = (path: string, body: unknown): string =>
  hash('sha256', canonicalize([path, body ?? {}]) ?? '');

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

/** Who acts: what a command's body may add to it. */
export type Actor = Pick<RecordedBy, 'actorId' | 'role'>;

type Said = Omit<WriteContext, 'commandId' | 'commandDigest' | 'expectedRevision' | 'correlationId'>;

/** What the fields say that all commands share. */
export function saidContext({ actorId, role }: Actor, body: CommandBody): Said {
  const { onBehalfOf, authority, recordingMode, occurredAt, visibility, illustration, lang, sources } = body;
  return {
    recordedBy: {
      actorId,
      role,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      ...(authority && { authority }),
    },
    mode: recordingMode ?? 'live',
    ...(occurredAt !== undefined && { occurredAt }),
    visibility: visibility ?? 'public',
    ...(visibility !== undefined && { visibilityStated: true }),
    ...(illustration && { illustration }),
    ...(lang !== undefined && { lang }),
    ...(sources && { sources }),
  };
}

/** Who records, how and when: from the headers and the fields that all commands share. */
export function writeContextOf(request: GuardedRequest): WriteContext {
  const { acting } = request;
  if (!acting) throw new Error('a command came past the guard without an actor');
  const key = idempotencyKeyOf(request.headers['idempotency-key']);
  const expectedRevision = expectedRevisionOf(request.headers['if-match']);
  return {
    ...saidContext(acting, request.body ?? {}),
    commandId: commandIdFor(acting.actorId, key),
    ...(key !== undefined && { commandDigest: digestOf(pathOf(request.url), request.body) }),
    ...(expectedRevision !== undefined && { expectedRevision }),
    correlationId: request.id,
  };
}

/**
 * The context of a command. It is read beside the validation of the body, not after it: what is wrong with
 * the body keeps the command from being executed all the same.
 */
export const Context = createParamDecorator((_data: undefined, host: ExecutionContext) =>
  writeContextOf(host.switchToHttp().getRequest<GuardedRequest>()),
);
