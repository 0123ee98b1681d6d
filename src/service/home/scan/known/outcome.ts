import type { Looked } from './known-directories';

/** What looking at known directories led to. */
export class Outcome {
  /** @param _parent - By number, what each directory stands in. */
  constructor(private readonly _parent: Uint32Array) {}

  /** What is to be read, or was. */
  readonly changed: number[] = [];
  /** What holds directories that are no longer there. */
  readonly parents = new Set<number>();

  add(id: number, looked: Looked): void {
    if (looked === 'read') {
      this.changed.push(id);
    } else if (looked === 'lost') {
      this.parents.add(this._parent[id] ?? 0);
    }
  }
}
