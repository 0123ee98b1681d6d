import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Seconds since 1970 that are unusual for a file: 1901, before 1970, 2106, 2446. */
const ODD_TIMES = [-2_147_483_648, -1, 4_294_967_296, 15_032_385_535];

/**
 * A tree with everything in it that a home may hold and a walk may stumble over, the same for the same seed.
 */
export class RandomTree {
  constructor(
    private readonly _root: string,
    seed: number
  ) {
    this._random = seeded(seed);
    mkdirSync(_root, { recursive: true });
  }

  make(entries: number): void {
    const directories = [Buffer.from(this._root)];
    for (let at = 0; at < entries; at += 1) {
      const parent = this._pick(directories);
      const path = Buffer.concat([parent, Buffer.from('/'), this._name(at)]);
      const choice = this._random();
      if (choice < 0.25) {
        mkdirSync(path, { mode: 0o755 });
        directories.push(path);
      } else if (choice < 0.6) {
        writeFileSync(path, Buffer.alloc(this._whole(20_000), 1));
        this._files.push(path);
      } else {
        this._makeOdd(path, choice);
      }
      if (this._random() < 0.1) {
        const time = this._pick(ODD_TIMES);
        lutimesSync(path, time, time);
      }
    }
  }

  private _makeOdd(path: Buffer, choice: number): void {
    if (choice < 0.65) {
      this._sparse(path);
    } else if (choice < 0.8 && this._files.length > 0) {
      linkSync(this._pick(this._files), path);
    } else if (choice < 0.97) {
      symlinkSync(
        this._pick(['/', '.', '..', 'nowhere', path.toString()]),
        path
      );
    } else {
      // An argument cannot be bytes, so the name is written out for the shell's printf.
      const octal = [...path].map(
        byte => `\\${byte.toString(8).padStart(3, '0')}`
      );
      execFileSync('sh', [
        '-c',
        'mkfifo -- "$(printf "$1")"',
        'sh',
        octal.join('')
      ]);
    }
  }

  private _sparse(path: Buffer): void {
    const file = openSync(path, 'w');
    ftruncateSync(file, this._whole(2 ** 40));
    closeSync(file);
  }

  private _name(at: number): Buffer {
    const tail = Buffer.from(String(at));
    const heads: Buffer[] = [
      Buffer.from('plain-'),
      Buffer.from('a b\n\t\u001b[31m'),
      Buffer.from('é e\u0301 😀 \u202e'),
      Buffer.from(`${'ü'.repeat(125)}-`),
      Buffer.from('real \uFFFD '),
      Buffer.from([0xff, 0xfe, 0x62]),
      Buffer.from([0xed, 0xb2, 0x80, 0x2d]),
      Buffer.from('-rf $(x) `y` * ? \\ "'),
      Buffer.from('   ')
    ];
    return Buffer.concat([this._pick(heads), tail]);
  }

  private _pick<T>(choices: readonly T[]): T {
    const choice = choices[this._whole(choices.length)];
    if (choice === undefined) {
      throw new Error('Nothing to choose from.');
    }
    return choice;
  }

  private _whole(below: number): number {
    return Math.floor(this._random() * below);
  }

  private readonly _random: () => number;
  private readonly _files: Buffer[] = [];
}
