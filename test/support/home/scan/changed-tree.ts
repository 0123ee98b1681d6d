import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync
} from 'node:fs';
import { seeded } from './random-tree';

/** What somebody does to a tree between two counts. Growing and shrinking in place is all that no directory shows. */
type Change = (tree: ChangedTree) => void;

const SHOWN: readonly Change[] = [
  tree => {
    writeFileSync(tree.newPath(), Buffer.alloc(tree.whole(30_000), 1));
  },
  tree => {
    const path = tree.newPath();
    mkdirSync(join(path, 'x/y'), { recursive: true });
    writeFileSync(join(path, 'x/y/file'), Buffer.alloc(9000, 1));
  },
  tree => {
    tree.withFile(path => {
      unlinkSync(path);
    });
  },
  tree => {
    tree.withDirectory(path => {
      rmSync(path, { recursive: true, force: true });
    });
  },
  tree => {
    tree.withFile(path => {
      renameSync(path, tree.newPath());
    });
  },
  tree => {
    tree.withDirectory(path => {
      const to = tree.newPath();
      if (!to.subarray(0, path.length + 1).equals(join(path, ''))) {
        renameSync(path, to);
      }
    });
  },
  tree => {
    tree.withFile(path => {
      linkSync(path, tree.newPath());
    });
  },
  tree => {
    // Saved as editors do: another file under the same name.
    tree.withFile(path => {
      const beside = tree.newPath();
      writeFileSync(beside, Buffer.alloc(tree.whole(50_000), 1));
      renameSync(beside, path);
    });
  },
  tree => {
    // The directory goes elsewhere, and a link to it takes its place.
    tree.withDirectory(path => {
      const to = join(tree.root, `moved-${tree.whole(1e9)}`);
      renameSync(path, to);
      symlinkSync(to, path);
    });
  },
  tree => {
    // Another directory of the same name.
    tree.withDirectory(path => {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(path);
      writeFileSync(join(path, 'new'), Buffer.alloc(5000, 1));
    });
  },
  tree => {
    tree.withDirectory(path => {
      chmodSync(path, 0o700);
    });
  }
];

const grow: Change = tree => {
  tree.withFile(path => {
    appendFileSync(path, Buffer.alloc(tree.whole(60_000), 1));
  });
};

const HIDDEN: readonly Change[] = [
  grow,
  tree => {
    tree.withFile(path => {
      truncateSync(path);
    });
  }
];

/**
 * Changes a tree at random, in the same way for the same seed.
 */
export class ChangedTree {
  readonly root: Buffer;

  constructor(root: string, seed: number) {
    this.root = Buffer.from(root);
    this._random = seeded(seed);
  }

  /** Only what directories show. */
  change(times: number): void {
    this._apply(SHOWN, times);
  }

  /** Only what no directory shows. */
  changeInPlace(times: number): void {
    this._apply(HIDDEN, times);
  }

  grow(times: number): void {
    this._apply([grow], times);
  }

  newPath(): Buffer {
    const directories = [this.root, ...this._all('directory')];
    return join(this._pick(directories), `new-${this.whole(1e9)}`);
  }

  withFile(use: (path: Buffer) => void): void {
    const files = this._all('file');
    if (files.length > 0) {
      use(this._pick(files));
    }
  }

  withDirectory(use: (path: Buffer) => void): void {
    const directories = this._all('directory');
    if (directories.length > 0) {
      use(this._pick(directories));
    }
  }

  whole(below: number): number {
    return Math.floor(this._random() * below);
  }

  private _apply(changes: readonly Change[], times: number): void {
    for (let time = 0; time < times; time += 1) {
      this._pick(changes)(this);
    }
  }

  private _all(kind: 'file' | 'directory'): Buffer[] {
    const found: Buffer[] = [];
    const left = [this.root];
    for (let path = left.pop(); path; path = left.pop()) {
      for (const name of readdirSync(path, { encoding: 'buffer' }).sort(
        Buffer.compare
      )) {
        const below = join(path, name);
        const stats = lstatSync(below);
        if (stats.isDirectory()) {
          left.push(below);
        }
        if (kind === 'file' ? stats.isFile() : stats.isDirectory()) {
          found.push(below);
        }
      }
    }
    return found;
  }

  private _pick<T>(choices: readonly T[]): T {
    const choice = choices[this.whole(choices.length)];
    if (choice === undefined) {
      throw new Error('Nothing to choose from.');
    }
    return choice;
  }

  private readonly _random: () => number;
}

function join(path: Buffer, name: string | Buffer): Buffer {
  return Buffer.concat([path, Buffer.from('/'), Buffer.from(name)]);
}

/** Until the clock of the file system has ticked: what changes from now on has another time than what changed before. */
export function ticked(beside: string): void {
  const path = `${beside}.tick`;
  writeFileSync(path, '');
  const beforeMs = statSync(path).ctimeMs;
  while (statSync(path).ctimeMs === beforeMs) {
    chmodSync(path, 0o600);
  }
  rmSync(path);
}
