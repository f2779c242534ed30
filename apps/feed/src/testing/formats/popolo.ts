const text = { type: 'string' };
const day = { type: 'string', pattern: '^\\d{4}(-\\d\\d){0,2}$' };
const time = {
  type: 'string',
  pattern: '^\\d{4}((-\\d\\d){0,2}|(-\\d\\d){2}T\\d\\d(:\\d\\d){0,2}(Z|[+-]\\d\\d(:\\d\\d)?))$',
};
const instant = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
const list = (items: object) => ({ type: 'array', items });
const link = {
  type: 'object',
  required: ['url'],
  properties: { url: { type: 'string', pattern: '^https?://' } },
};

/** A class of Popolo: what its terms may hold, what we always give; nothing beside them but what is named here. */
const classOf = (properties: object, further: object = {}) => ({
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: { id: text, sources: list(link), ...properties, ...further },
});

const count = {
  type: 'object',
  required: ['option', 'value'],
  additionalProperties: false,
  properties: { option: text, value: { type: 'integer' }, group_id: text },
};
const groupResult = {
  type: 'object',
  required: ['group_id', 'result'],
  properties: { group_id: text, result: text },
};

const person = classOf({ name: text });

/** The classes of the Popolo specification, as far as we write them. */
const classes = {
  organizations: classOf({
    name: text,
    classification: text,
    other_names: list({ type: 'object', required: ['name'], properties: { name: text } }),
    parent_id: text,
    founding_date: day,
    dissolution_date: day,
  }),
  persons: person,
  posts: classOf({ label: text, organization_id: text, start_date: day, end_date: day }),
  memberships: classOf({
    label: text,
    person_id: text,
    person,
    member: { type: 'object' },
    organization_id: text,
    post_id: text,
    on_behalf_of_id: text,
    start_date: time,
    end_date: time,
  }),
  motions: classOf(
    { organization_id: text, text, classification: text, result: text },
    // Popolo has no name of a motion.
    { name: text },
  ),
  vote_events: classOf({
    motion_id: text,
    organization_id: text,
    classification: text,
    end_date: instant,
    result: { enum: ['pass', 'fail'] },
    counts: list(count),
    group_results: list(groupResult),
    votes: list({
      type: 'object',
      required: ['option', 'role', 'post_id'],
      additionalProperties: false,
      // Popolo knows votes of persons; here the seats vote.
      properties: { option: text, role: text, group_id: text, post_id: text },
    }),
    created_at: instant,
  }),
  events: classOf({
    name: text,
    classification: text,
    organization_id: text,
    start_date: time,
    status: text,
  }),
};

export const popoloSchema = {
  type: 'object',
  required: ['_minutebook', ...Object.keys(classes)],
  additionalProperties: false,
  properties: {
    _minutebook: { type: 'object', required: ['entries', 'checkpoint'] },
    ...Object.fromEntries(Object.entries(classes).map(([name, one]) => [name, list(one)])),
  },
};
