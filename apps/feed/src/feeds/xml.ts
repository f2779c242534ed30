import Builder from 'fast-xml-builder';

/** What XML 1.0 has no form for (§2.2, Char), even escaped; and what turns the direction of text after it. */
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A text from the record as it may stand in XML. */
export const writable = (text: string): string => text.toWellFormed().replaceAll(unwritable, '');

const builder = new Builder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  tagValueProcessor: (_name, value) => (typeof value === 'string' ? writable(value) : value),
  attributeValueProcessor: (_name, value) => writable(String(value)),
});

/** Elements by name, attributes with an `@`, text as `#`; everything is escaped. */
export type Elements = Readonly<{ [name: string]: XmlValue | readonly XmlValue[] | undefined }>;
type XmlValue = string | number | Elements;

/** A document with one root element. */
export const xmlDocument = (root: Elements): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(root)}\n`;
