import { Ajv } from 'ajv';

const text = { type: 'string', minLength: 1 };
const url = { type: 'string', pattern: '^https?://\\S+$' };
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
const language = { type: 'string', pattern: '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$' };
const extensions = { '^_[a-zA-Z]': { type: 'object' } };

/** JSON Feed 1.1, as far as we write it; nothing but extensions may be beside it. */
const schema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  patternProperties: extensions,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    description: text,
    home_page_url: url,
    feed_url: url,
    next_url: url,
    language,
    authors: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['name'], additionalProperties: false, properties: { name: text } },
    },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_text'],
        additionalProperties: false,
        patternProperties: extensions,
        properties: {
          id: text,
          url,
          title: text,
          content_text: { type: 'string' },
          date_published: time,
          date_modified: time,
          tags: { type: 'array', items: text, uniqueItems: true },
          language,
        },
      },
    },
  },
};

const validate = new Ajv({ allErrors: true }).compile(schema);

/** What the specification says against a document. */
export function jsonFeedComplaints(document: unknown): readonly string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
