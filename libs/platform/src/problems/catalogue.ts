/** What a problem's code means to the client: its status, what it is, and what to do about it. */
export type CatalogueEntry = Readonly<{
  status: number;
  title: string;
  help: string;
  /** The rule that refused, where one did. */
  rule?: string;
}>;

const entry = (status: number, title: string, help: string): CatalogueEntry => ({ status, title, help });

/** Problems of the interface itself. What the domain refuses stands in `rejections.ts`. */
export const interfaceProblems = {
  BAD_REQUEST: entry(400, 'The request cannot be read', 'Compare it with the description at /openapi.json.'),
  MALFORMED_JSON: entry(400, 'The body is not JSON', 'Send one JSON object, encoded in UTF-8.'),
  MALFORMED_URL: entry(400, 'The address cannot be read', 'Percent-encode what is not a plain character.'),
  VALIDATION_FAILED: entry(
    400,
    'The request has fields that are wrong, missing or unknown',
    '`errors` names each of them by its JSON Pointer.',
  ),
  ID_INVALID: entry(
    400,
    'An id in the address is not an id',
    'An id has up to 100 lower-case letters, digits, dots, hyphens and underscores and starts with a letter or a digit.',
  ),
  IDEMPOTENCY_KEY_INVALID: entry(
    400,
    'The Idempotency-Key cannot be used',
    'Send 1 to 200 visible ASCII characters; a UUID is a good key.',
  ),
  IF_MATCH_INVALID: entry(
    400,
    'If-Match is not a revision',
    'Send the ETag of an earlier answer as it came: the revision in double quotes, as in "12".',
  ),
  UNAUTHENTICATED: entry(
    401,
    'A key or a token is needed',
    'Send `Authorization: Bearer` with an API key (`minutebook keys create` makes one) or an access token.',
  ),
  KEY_NOT_ACCEPTED: entry(
    401,
    'The key is not accepted',
    'It is unknown, revoked or expired. Ask an admin for a new one.',
  ),
  TOKEN_NOT_ACCEPTED: entry(
    401,
    'The access token is not accepted',
    'It must be signed by the configured issuer, name the configured audience and not be expired.',
  ),
  ACTOR_NOT_ENROLLED: entry(
    403,
    'The token is valid and its subject is not known here',
    'An admin enrols a subject with `enrolSubject` and grants it a role.',
  ),
  FORBIDDEN: entry(403, 'The role does not allow this', 'Ask an admin to grant the role that is needed.'),
  NOT_FOUND: entry(404, 'There is nothing here', 'Check the address and the ids in it.'),
  METHOD_NOT_ALLOWED: entry(
    405,
    'This address does not take this method',
    '`Allow` lists the methods it takes.',
  ),
  NOT_ACCEPTABLE: entry(
    406,
    'There is no such representation',
    'Ask for a media type that the address offers.',
  ),
  GONE: entry(
    410,
    'It was here, and was erased or withdrawn',
    'Its hash stands in the record; what it was the hash of is not kept any more.',
  ),
  REQUEST_TIMEOUT: entry(408, 'The request did not arrive in time', 'Send it again, whole.'),
  STALE_REVISION: entry(
    412,
    'The record has moved on from the revision in If-Match',
    'Read it again, decide again, and send the revision that you decided on.',
  ),
  PRECONDITION_FAILED: entry(412, 'A precondition of the request does not hold', 'Read the resource again.'),
  BODY_TOO_LARGE: entry(413, 'The body is too large', 'Send less in one request.'),
  BLOB_TOO_LARGE: entry(
    413,
    'The text or file is too large to be kept',
    'Keep at most 16 MiB in one; split it, or keep a smaller rendition.',
  ),
  BLOB_HASH_MISMATCH: entry(
    422,
    'The bytes are not those that were announced',
    'Compare `inputs.sha256`, which is theirs, with what you meant to send.',
  ),
  MEDIA_TYPE_INVALID: entry(
    400,
    'The media type cannot be read',
    'Send `type/subtype`, as in application/pdf or text/plain; charset=utf-8.',
  ),
  URI_TOO_LONG: entry(414, 'The address is too long', 'Shorten the ids and the query.'),
  UNSUPPORTED_MEDIA_TYPE: entry(
    415,
    'The body has a type that is not read here',
    'Send JSON with `Content-Type: application/json`.',
  ),
  RANGE_NOT_SATISFIABLE: entry(416, 'There is no such range', 'Ask for the whole.'),
  IDEMPOTENCY_KEY_REUSED: entry(
    422,
    'The Idempotency-Key was used for another command',
    'Send a new key with a new command, and the same key only to repeat one.',
  ),
  TOO_MANY_REQUESTS: entry(429, 'Too many requests', 'Wait as long as Retry-After says.'),
  HEADERS_TOO_LARGE: entry(431, 'The headers are too large', 'Send fewer or shorter headers.'),
  INTERNAL_ERROR: entry(
    500,
    'Something went wrong here',
    'Nothing is known to be wrong with the request. Report the correlation id; repeating with the same Idempotency-Key is safe.',
  ),
  NOT_IMPLEMENTED: entry(501, 'The server does not do this', 'Check the method and the address.'),
  TOO_MUCH_CONTENTION: entry(
    503,
    'Too many others wrote to the same record at the same time',
    'Nothing was recorded. Send the command again.',
  ),
  PROJECTION_BEHIND: entry(
    503,
    'The read models have not reached the position',
    'Send the request again after Retry-After seconds, or without minPosition.',
  ),
  ISSUER_UNAVAILABLE: entry(
    503,
    'The token cannot be checked: its issuer does not answer',
    'Try again, or use an API key.',
  ),
  UNAVAILABLE: entry(503, 'The service is not ready', 'Send the request again after Retry-After seconds.'),
} as const satisfies Record<string, CatalogueEntry>;

export type InterfaceProblem = keyof typeof interfaceProblems;
