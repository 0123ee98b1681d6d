/** The first directories, as many as these, but for those that were seen. The root is among them in any case. */
export function unseen(
  count: number,
  seen: Uint8Array | null = null
): Uint32Array<ArrayBuffer> {
  const ids = new Uint32Array(count);
  let end = 1;
  for (let id = 1; id < count; id += 1) {
    if (seen?.[id] !== 1) {
      ids[end] = id;
      end += 1;
    }
  }
  return end === count ? ids : ids.slice(0, end);
}
