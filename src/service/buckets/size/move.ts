/** Look for the folders directly in one. */
interface ILookMove {
  readonly kind: 'look';
  readonly folder: string;
  /** Pages that it may let be listed at once. */
  readonly value: number;
}

/**
 * Cut a range in two.
 */
export interface ICutMove {
  readonly kind: 'cut';
  readonly key: string;
  /** Pages that are thought to lie before the key and behind it. */
  readonly before: number;
  readonly behind: number;
  /** The smaller of the two. */
  readonly value: number;
  /** Nobody knows whether there is anything behind the key. */
  readonly isGuess: boolean;
}

/**
 * What would let more of a range be listed at once.
 */
export type Move = ILookMove | ICutMove;

/**
 * What is thought about a range until it brings its next page.
 */
export interface IPlan {
  /** Pages that are probably left. */
  readonly pages: number;
  /** The best that can be done; null: nothing is worth it. */
  readonly move: Move | null;
}
