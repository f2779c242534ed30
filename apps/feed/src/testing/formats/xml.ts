import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';

/** A parsed document, and what a RELAX NG schema of this folder says against it. */
export type Checked = Readonly<{
  /** Texts of what an XPath finds; `a:` is the namespace of the document element. */
  texts: (path: string) => readonly string[];
  complaints: readonly string[];
}>;

const complaintsOf = (document: XmlDocument, schema: string): readonly string[] => {
  const rng = XmlDocument.fromString(readFileSync(new URL(`${schema}.rng`, import.meta.url), 'utf8'));
  const validator = RelaxNGValidator.fromDoc(rng);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    validator.dispose();
    rng.dispose();
  }
};

/** @throws XmlParseError for what is not well formed */
export function checkXml(text: string, schema: string): Checked {
  const document = XmlDocument.fromString(text);
  const namespaces = { a: document.root.namespaceUri };
  const complaints = complaintsOf(document, schema);
  return { complaints, texts: (path) => document.find(path, namespaces).map(({ content }) => content) };
}
