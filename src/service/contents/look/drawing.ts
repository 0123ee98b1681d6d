import type { IArray } from '../array';

/**
 * Which dimensions of an array are drawn, and which ones a slider moves along.
 */
export interface IDrawing {
  readonly drawn: 'map' | 'grid' | 'line';
  /** The axis from left to right. */
  readonly x: number;
  /** The axis from the top down; null for a line. */
  readonly y: number | null;
  readonly sliders: readonly number[];
  /** Where the cells lie, when the axes do not say; absent: they do, or nothing does. */
  readonly curved?: ICurved;
}

/**
 * The latitudes and longitudes of each cell of a grid that follows neither, as ocean models have it.
 */
export interface ICurved {
  readonly latitude: IArray;
  readonly longitude: IArray;
}
