import { hash } from 'node:crypto';
import { Body, Controller, Get, Headers, Inject, Param, Put, Query as Parameters, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isSha256 } from '#blobs';
import { Problem } from '#platform';
import { declareAccess } from '../platform/index.ts';
import { validationPipe } from '../platform/validation.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import {
  BlobReceipt,
  mediaTypeMax,
  mediaTypePattern,
  PutBlobParameters,
  TextBlobBody,
} from './blob.bodies.ts';
import { rawBody } from './raw-body.ts';

type Given = Readonly<{ bytes: Buffer; mediaType: string }>;

const mediaTypeExpression = new RegExp(mediaTypePattern);
const pipe = validationPipe();

/** @throws Problem `MEDIA_TYPE_INVALID` */
function checkedMediaType(mediaType: string): string {
  if (mediaType.length > mediaTypeMax || !mediaTypeExpression.test(mediaType))
    throw new Problem('MEDIA_TYPE_INVALID', { inputs: { mediaType } });
  return mediaType;
}

/** @throws Problem `VALIDATION_FAILED` */
async function textOf(body: unknown): Promise<Given> {
  const { text, mediaType } = (await pipe.transform(body ?? {}, {
    type: 'body',
    metatype: TextBlobBody,
  })) as TextBlobBody;
  return { bytes: Buffer.from(text), mediaType: mediaType ?? 'text/plain; charset=utf-8' };
}

const given = (body: unknown, contentType: string | undefined): Given | Promise<Given> =>
  Buffer.isBuffer(body)
    ? { bytes: body, mediaType: contentType ?? 'application/octet-stream' }
    : textOf(body);

/**
 * Texts and files to which events refer by their SHA-256. They belong to no body: a name of 256 bits is known to
 * whoever may read an event that says it, and to whoever has the bytes.
 */
@Controller('v1/blobs')
@ApiTags('Texts and files')
@ApiExtraModels(TextBlobBody, BlobReceipt)
@declareAccess({ needs: 'secretary', of: 'anywhere' })
export class BlobController {
  readonly #blobs: Ports['blobs'];

  constructor(@Inject(PORTS) { blobs }: Ports) {
    this.#blobs = blobs;
  }

  @Put()
  @RouteConfig(rawBody)
  @declareAccess({ needs: 'secretary', of: 'anywhere' })
  @ApiOperation({
    operationId: 'putBlob',
    summary: 'Keep a text or a file, before an event refers to it',
    description:
      'The bytes as they are with their Content-Type, or a text in JSON. The same bytes again change nothing. ' +
      'What a public event refers to is public with it.',
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: { $ref: getSchemaPath(TextBlobBody) } },
        '*/*': { schema: { type: 'string', format: 'binary' } },
      },
    },
  })
  @ApiOkResponse({ type: BlobReceipt, description: 'Kept.' })
  async putBlob(
    @Parameters() { sha256: expected }: PutBlobParameters,
    @Body() body: unknown,
    @Headers('content-type') contentType: string | undefined,
  ): Promise<BlobReceipt> {
    const { bytes, mediaType } = await given(body, contentType);
    checkedMediaType(mediaType);
    const sha256 = hash('sha256', bytes);
    if (expected !== undefined && expected !== sha256)
      throw new Problem('BLOB_HASH_MISMATCH', { inputs: { expected, sha256 } });
    await this.#blobs.put(bytes, mediaType);
    return { sha256, mediaType, bytes: bytes.length };
  }

  @Get(':sha256')
  @declareAccess({ needs: 'auditor', of: 'anywhere' })
  @ApiParam({ name: 'sha256', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } })
  @ApiOperation({ operationId: 'getBlob', summary: 'A text or a file, by its SHA-256' })
  @ApiProduces('*/*')
  @ApiOkResponse({ description: 'The bytes.', schema: { type: 'string', format: 'binary' } })
  async getBlob(
    @Param('sha256') sha256: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    if (!isSha256(sha256)) throw new Problem('NOT_FOUND');
    const blob = await this.#blobs.get(sha256);
    if (!blob) throw new Problem((await this.#blobs.isErased(sha256)) ? 'GONE' : 'NOT_FOUND');
    reply.headers({
      'content-type': blob.mediaType,
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${sha256}"`,
      // Whatever a browser makes of it, it is nobody's page here.
      'content-security-policy': "default-src 'none'; sandbox",
    });
    return blob.bytes;
  }
}
