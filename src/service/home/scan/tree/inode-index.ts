/** Slots to begin with; a power of two, as every later number of them. */
const FIRST_SLOTS = 1024;

/** Fuller than this, a search passes too many slots that belong to others. */
const MOST_FULL = 0.6;

/** Knuth's multiplicative hash: neighbouring inodes land far apart. */
const SPREAD = 0x9e37_79b1;

/** Where no inode is. Inodes are kept one higher than they are, so that none looks like this. */
const EMPTY = 0;

/**
 * Numbers by inode, at 20 bytes each where a `Map` takes three times that.
 */
export class InodeIndex {
  get(inode: number): number | undefined {
    const slot = this._slot(inode + 1);
    return this._keys[slot] === EMPTY ? undefined : this._numbers[slot];
  }

  set(inode: number, number: number): void {
    const slot = this._slot(inode + 1);
    const isNew = this._keys[slot] === EMPTY;
    this._keys[slot] = inode + 1;
    this._numbers[slot] = number;
    if (isNew) {
      this._count += 1;
      if (this._count > MOST_FULL * this._keys.length) {
        this._grow();
      }
    }
  }

  /** All inodes, in no order. */
  *inodes(): Generator<number> {
    for (const key of this._keys) {
      if (key !== EMPTY) {
        yield key - 1;
      }
    }
  }

  /** Where a key is, or the empty slot where it would be. */
  private _slot(key: number): number {
    const mask = this._keys.length - 1;
    const high = Math.floor(key / 2 ** 32);
    let slot = (Math.imul(key | 0, SPREAD) ^ high) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this._keys[slot] !== key && this._keys[slot] !== EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private _grow(): void {
    const keys = this._keys;
    const numbers = this._numbers;
    this._keys = new Float64Array(2 * keys.length);
    this._numbers = new Uint32Array(2 * keys.length);
    for (const [slot, key] of keys.entries()) {
      if (key !== EMPTY) {
        const target = this._slot(key);
        this._keys[target] = key;
        this._numbers[target] = numbers[slot] ?? 0;
      }
    }
  }

  private _keys = new Float64Array(FIRST_SLOTS);
  private _numbers = new Uint32Array(FIRST_SLOTS);
  private _count = 0;
}
