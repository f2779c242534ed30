type Weighted = Readonly<{ value: string; weight: number }>;

/** The elements of an Accept header with their weights (RFC 9110 §12.4.2); what cannot be read weighs nothing. */
const weighted = (header: string): readonly Weighted[] =>
  header.split(',').map((element) => {
    const [value = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = q === undefined ? 1 : Number(q);
    return { value, weight: weight >= 0 && weight <= 1 ? weight : 0 };
  });

const weightOf = (elements: readonly Weighted[], ...values: readonly string[]): number =>
  values.flatMap((value) => elements.find((one) => one.value === value)?.weight ?? []).at(0) ?? 0;

/**
 * Whether a client names HTML and likes it at least as well as JSON: browsers do. Programs that take anything get
 * JSON.
 */
export function prefersPage(accept: string | undefined): boolean {
  if (!accept?.includes('html')) return false;
  const elements = weighted(accept);
  const html = weightOf(elements, 'text/html', 'application/xhtml+xml');
  return html > 0 && html >= weightOf(elements, 'application/json', 'application/*');
}

const baseOf = (lang: string): string => lang.split('-', 1)[0] ?? lang;

/**
 * The language to speak (RFC 4647 §3.4, lookup): the one that is liked best of those that there are; else the
 * first.
 */
export function languageFor(header: string | undefined, languages: readonly string[]): string {
  const [fallback = 'en'] = languages;
  const wanted = weighted(header ?? '')
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { value } of wanted) {
    const found = languages.find((lang) => lang.toLowerCase() === value || lang === baseOf(value));
    if (found !== undefined) return found;
  }
  return fallback;
}
