import type { Store } from '../../../../contract';

/**
 * The stores that have each of these words in their names, addresses or ids; all where there are no words.
 */
export function withWords<S extends Store>(
  stores: readonly S[],
  text: string
): readonly S[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return stores.filter(({ id, name, url }) => {
    const said = `${name}\n${url}\n${id}`.toLocaleLowerCase();
    return words.every(word => said.includes(word));
  });
}
