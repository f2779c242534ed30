/** What a read answers besides its body. */
export type AnswerHeaders = Readonly<{
  /** A strong entity tag, with its quotes. */
  etag?: string;
  /** The position up to which the answer is complete. */
  position?: number;
}>;

/** The answer to a read, with its headers; `json` is sent as it is. */
export class Answer {
  readonly body: object | undefined;
  /** As bytes: a socket writes them several times faster than a long text. */
  readonly json: Buffer | undefined;
  readonly headers: AnswerHeaders;

  constructor(body: object | Readonly<{ json: string }>, headers: AnswerHeaders = {}) {
    const text = 'json' in body && typeof body.json === 'string' ? body.json : undefined;
    this.json = text === undefined ? undefined : Buffer.from(text);
    this.body = text === undefined ? body : undefined;
    this.headers = headers;
  }
}
