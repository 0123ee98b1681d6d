import type { IChildTable } from '../tree/marks';

/**
 * The directories that stand in each known directory, looked up when they are first asked for.
 */
export class Children {
  /**
   * @param _parent - By number, what each directory stands in: a lower number.
   * @param _count - How many are known. There may be more by the time they are looked up.
   */
  constructor(
    private readonly _parent: Uint32Array,
    private readonly _count: number
  ) {}

  /** The numbers of those in one directory. */
  of(parent: number): Uint32Array {
    const { start, ids } = this.prepare();
    return ids.subarray(start[parent], start[parent + 1]);
  }

  /** Look them up now, for there is time. Counted and then placed: two passes, eight bytes a directory. */
  prepare(): IChildTable {
    this._table ??= tableOf(this._parent, this._count);
    return this._table;
  }

  private _table: IChildTable | undefined;
}

function tableOf(parent: Uint32Array, count: number): IChildTable {
  const start = new Uint32Array(count + 1);
  for (let id = 1; id < count; id += 1) {
    const after = (parent[id] ?? 0) + 1;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let id = 1; id <= count; id += 1) {
    start[id] = (start[id] ?? 0) + (start[id - 1] ?? 0);
  }
  const next = start.slice(0, count);
  const ids = new Uint32Array(count);
  for (let id = 1; id < count; id += 1) {
    const above = parent[id] ?? 0;
    const at = next[above] ?? 0;
    ids[at] = id;
    next[above] = at + 1;
  }
  return { start, ids };
}
