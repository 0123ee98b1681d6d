import type { Slice } from '../../contract';

/**
 * The numbers of a slice, row by row from the top; NaN: no data.
 */
export function cellsOf({ base64, width, height }: Slice): Float32Array {
  const text = atob(base64);
  const view = new DataView(new ArrayBuffer(text.length));
  for (let at = 0; at < text.length; at += 1) {
    view.setUint8(at, text.charCodeAt(at));
  }
  const count = Math.min(width * height, Math.floor(text.length / 4));
  return Float32Array.from({ length: count }, (_, at) =>
    view.getFloat32(at * 4, true)
  );
}
