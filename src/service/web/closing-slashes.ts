/**
 * An address without the slashes at its end.
 *
 * Not by a pattern, which begins anew at each slash of an address: with a million of them inside that takes hours.
 */
export function withoutClosingSlashes(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') {
    end -= 1;
  }
  return address.slice(0, end);
}
