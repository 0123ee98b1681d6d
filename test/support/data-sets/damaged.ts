/**
 * Copies of a file that are damaged in one place each, the same ones each time: cut off, a bit turned, or a word that
 * claims very much.
 */
export function* damagedCopies(
  bytes: Uint8Array,
  { head, copies }: { readonly head: number; readonly copies: number }
): Generator<Uint8Array, void, undefined> {
  let state = 42;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let copy = 0; copy < copies; copy += 1) {
    const damaged = Uint8Array.from(bytes);
    const at = random(Math.min(head, bytes.length));
    switch (copy % 4) {
      case 0:
        yield damaged.subarray(0, at);
        break;
      case 1:
        damaged.fill(255, at, at + 4);
        yield damaged;
        break;
      default:
        damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8));
        yield damaged;
    }
  }
}
