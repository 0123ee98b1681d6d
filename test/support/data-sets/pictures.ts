import type { Slice } from '../../../src/contract';

/** Rows of a map from the top down; null: no data. */
export type Picture = (number | null)[][];

/**
 * The numbers of a slice.
 */
export function rowsOf({ base64, width, height }: Slice): Picture {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_none, column) => {
      const value = bytes.readFloatLE((row * width + column) * 4);
      return Number.isNaN(value) ? null : value;
    })
  );
}

/**
 * Pictures are sent in single precision.
 */
export function expectSame(picture: Picture, known: Picture | undefined): void {
  expect(picture.length).toBe(known?.length);
  picture.forEach((row, y) => {
    row.forEach((value, x) => {
      const wanted = known?.[y]?.[x];
      const isClose =
        typeof value === 'number' && typeof wanted === 'number'
          ? Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted))
          : value === wanted;
      if (!isClose) {
        throw new Error(
          `${String(y)}, ${String(x)}: ${String(value)}, not ${String(wanted)}`
        );
      }
    });
  });
}
