/**
 * The cells of a picture, gathered from those of an array one by one.
 */
export interface ICells {
  readonly width: number;
  readonly height: number;
  /** Of all that were added; infinite when none had data. */
  readonly min: number;
  readonly max: number;
  /** Share of those that were added that have no data. */
  readonly missing: number;

  /** A cell of the array; what is not finite has no data. */
  add(column: number, row: number, value: number): void;

  /**
   * Row by row from the top; NaN: no data.
   *
   * @param isFlipped - The array's last row comes first.
   */
  result(isFlipped: boolean): Float32Array;
}
