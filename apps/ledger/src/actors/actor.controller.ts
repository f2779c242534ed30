import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { access } from '#governance';
import { apiKeyHash, makeApiKey } from '#platform';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { subjectHash } from '../auth/subject-authentication.ts';
import {
  EnrolSubjectBody,
  GrantRoleBody,
  IssueKeyBody,
  RevokeKeyBody,
  RevokeRoleBody,
} from './actor.bodies.ts';
import { ActorId } from './actor-id.ts';
import { WriteActor } from './actor.handler.ts';
import { IssuedKeyBody } from './issued-key.ts';

/** Who may act: an admin of all bodies gives keys, an admin of a body gives roles in it. */
@Resource('actors', { id: 'actorId', tag: 'Access', scope: 'everywhere' })
export class ActorController extends CommandController<access.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteActor);
  }

  @Operation('issueKey', { needs: 'admin', summary: 'Issue an API key: shown once', answers: IssuedKeyBody })
  async issueKey(
    @ActorId() id: string,
    @Body() body: IssueKeyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    const { key } = makeApiKey(id);
    const secretSha256 = apiKeyHash(key);
    const receipt = await this.record(
      id,
      (zone) => ({ ...commandOf('IssueKey', body)(zone), secretSha256 }),
      context,
    );
    return receipt.repeated ? receipt : Object.assign(receipt, { key });
  }

  @Operation('revokeKey', { needs: 'admin', summary: 'Make an API key worthless, for ever' })
  revokeKey(
    @ActorId() id: string,
    @Body() body: RevokeKeyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RevokeKey', body), context);
  }

  @Operation('enrolSubject', {
    needs: 'admin',
    summary: 'Let a person of the identity provider act',
  })
  enrolSubject(
    @ActorId() id: string,
    @Body() { subject, ...body }: EnrolSubjectBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    const subjectSha256 = subjectHash(subject);
    return this.record(id, (zone) => ({ ...commandOf('EnrolSubject', body)(zone), subjectSha256 }), context);
  }

  @Operation('grantRole', {
    needs: 'admin',
    of: { field: 'bodyId' },
    summary: 'Grant a role in a body, or in all',
  })
  grantRole(
    @ActorId() id: string,
    @Body() body: GrantRoleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('GrantRole', body), context);
  }

  @Operation('revokeRole', {
    needs: 'admin',
    of: { field: 'bodyId' },
    summary: 'Revoke a role as it was granted',
  })
  revokeRole(
    @ActorId() id: string,
    @Body() body: RevokeRoleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RevokeRole', body), context);
  }
}
