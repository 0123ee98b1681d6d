import fs from 'node:fs';
import { join } from 'node:path';
import {
  nameOf,
  type ISnapshot
} from '../../../../src/service/home/scan/snapshot';
import { decodeName } from '../../../../src/service/home/scan/tree/names';
import { RandomTree } from '../../../support/home/scan/random-tree';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { walk, WAYS } from '../../../support/home/scan/walked';

const SEEDS = Array.from({ length: 20 }, (_, seed) => 1000 + seed);

const BLOCK_BYTES = 512;

/** What each directory takes with all below it, counted in the plainest way; a file with several names in the first. */
class PlainCount {
  constructor(root: string) {
    this._visit(Buffer.from(root), '');
    for (const { path, bytes } of this._linked.values()) {
      this._add(path, bytes);
    }
  }

  readonly usedBytes = new Map<string, number>();

  private _visit(directory: Buffer, path: string): void {
    this.usedBytes.set(path, 0);
    this._add(path, fs.lstatSync(directory).blocks * BLOCK_BYTES);
    for (const name of fs.readdirSync(directory, { encoding: 'buffer' })) {
      const whole = Buffer.concat([directory, Buffer.from('/'), name]);
      const stats = fs.lstatSync(whole);
      if (stats.isDirectory()) {
        this._visit(whole, join(path, decodeName(name)));
      } else if (stats.nlink > 1) {
        const known = this._linked.get(stats.ino);
        if (!known || path < known.path) {
          const bytes = stats.blocks * BLOCK_BYTES;
          this._linked.set(stats.ino, { path, bytes });
        }
      } else {
        this._add(path, stats.blocks * BLOCK_BYTES);
      }
    }
  }

  private _add(path: string, bytes: number): void {
    for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      this.usedBytes.set(at, (this.usedBytes.get(at) ?? 0) + bytes);
      if (at === '') {
        return;
      }
    }
  }

  private readonly _linked = new Map<number, { path: string; bytes: number }>();
}

/** The same of a walk. */
function counted(snapshot: ISnapshot): Map<string, number> {
  const paths = [''];
  const found = new Map([['', snapshot.usedBytes[0] ?? 0]]);
  for (let id = 1; id < snapshot.parent.length; id += 1) {
    const above = paths[snapshot.parent[id] ?? 0] ?? '';
    const path = join(above, decodeName(nameOf(snapshot, id)));
    paths.push(path);
    found.set(path, snapshot.usedBytes[id] ?? 0);
  }
  return found;
}

describe.each(WAYS)('a walk that calls %s', way => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it.each(SEEDS)(
    'B31 says of every directory what is in it, tree %i',
    async seed => {
      new RandomTree(tree.home, seed).make(80);

      const { snapshot } = await walk(tree.home, way);

      expect(counted(snapshot)).toEqual(new PlainCount(tree.home).usedBytes);
    }
  );
});
