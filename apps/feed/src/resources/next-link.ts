type Query = Readonly<Record<string, string | number | undefined>>;

/** The address of the next page of a list, with the filters of this one. */
export function nextUrl(address: string, query: Query, next: string | undefined): string | undefined {
  if (next === undefined) return undefined;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, cursor: next }))
    if (value !== undefined) search.set(name, String(value));
  return `${address}?${search.toString()}`;
}

/** The same as a header (RFC 8288). */
export function linkToNext(
  address: string,
  query: Query,
  next: string | undefined,
): Readonly<Record<string, string>> {
  const url = nextUrl(address, query, next);
  return url === undefined ? {} : { link: `<${url}>; rel="next"` };
}
