/** What is needed to tell whether a known directory's change time can be believed. */
export interface ITrust {
  /** By number, when reading it began at the latest, in whole seconds since 1970. */
  readonly readAt: Uint32Array<ArrayBuffer>;
  /** What changed less than this before it was read may have changed unseen since. */
  readonly doubtMs: number;
  /** As the count begins; what was read later than now was not. */
  readonly nowMs: number;
}

/** Nothing can be believed. */
export const NO_TRUST: ITrust = {
  readAt: new Uint32Array(0),
  doubtMs: Infinity,
  nowMs: -Infinity
};
