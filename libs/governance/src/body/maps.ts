/* Small immutable maps: a body has tens of seats. */

export const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

export const mapValues = <V>(map: ReadonlyMap<string, V>, change: (value: V) => V): ReadonlyMap<string, V> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

/** The map with one value changed; as it is where there is no such key. */
export const changed = <V>(
  map: ReadonlyMap<string, V>,
  key: string,
  change: (value: V) => V,
): ReadonlyMap<string, V> => {
  const value = map.get(key);
  return value === undefined ? map : withEntry(map, key, change(value));
};
