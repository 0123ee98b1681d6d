import fs from 'node:fs';
import type { HomePath, UnreadablePart } from '../../contract';
import { encodeName } from './scan/tree/names';
import { joined } from './scan/tree/paths';

/** What a folder that is closed to others answers. */
const CLOSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

const SLASH = Buffer.from('/');

/** The calls that tell; tests put others in their place. */
export interface IOwnerFiles {
  readonly lstat: (path: Buffer) => Promise<{ readonly uid: number }>;
  readonly readFile: (path: string, encoding: 'utf8') => Promise<string>;
}

/**
 * Whose the parts are that could not be read. Each is asked for once.
 */
export class Owners {
  constructor(
    private readonly _files: IOwnerFiles = fs.promises,
    private readonly _ownId = process.geteuid?.() ?? null
  ) {}

  /**
   * The same parts, those that permissions keep closed with their owner.
   *
   * @param root - What the parts' paths begin below: absolute.
   */
  async named(
    root: string,
    parts: readonly UnreadablePart[]
  ): Promise<UnreadablePart[]> {
    const named: UnreadablePart[] = [];
    for (const part of parts) {
      const uid = CLOSED.has(part.reason)
        ? await this._uid(root, part.path)
        : null;
      named.push(
        uid === null
          ? part
          : {
              ...part,
              owner: { name: await this._name(uid), isYou: uid === this._ownId }
            }
      );
    }
    return named;
  }

  private _uid(root: string, path: HomePath): Promise<number | null> {
    const whole = joined(root, path);
    const known = this._uids.get(whole) ?? this._ask(root, path);
    this._uids.set(whole, known);
    return known;
  }

  /** What cannot be looked at itself is kept closed by the folder that it is in. */
  private async _ask(root: string, path: HomePath): Promise<number | null> {
    const names = path === '' ? [] : path.split('/');
    for (let depth = names.length; depth >= 0; depth -= 1) {
      const below = encodeName(names.slice(0, depth).join('/'));
      const whole = Buffer.concat([encodeName(root), SLASH, below]);
      try {
        return (await this._files.lstat(whole)).uid;
      } catch {
        // The folder above it may tell.
      }
    }
    return null;
  }

  private async _name(uid: number): Promise<string> {
    this._accounts ??= this._readAccounts();
    return (await this._accounts).get(uid) ?? `user ${uid}`;
  }

  private async _readAccounts(): Promise<ReadonlyMap<number, string>> {
    // Where there is none, as in some containers, accounts go by their numbers.
    const text = await this._files
      .readFile('/etc/passwd', 'utf8')
      .catch(() => '');
    const accounts = new Map<number, string>();
    for (const [, name = '', uid] of text.matchAll(
      /^([^:\n]+):[^:\n]*:(\d+):/gm
    )) {
      if (!accounts.has(Number(uid))) {
        accounts.set(Number(uid), name);
      }
    }
    return accounts;
  }

  private readonly _uids = new Map<string, Promise<number | null>>();
  private _accounts: Promise<ReadonlyMap<number, string>> | undefined;
}
