import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { causes, log } from './log';
import { systemCode } from './system-error';

/** First word of every kept file; another version's file is ignored, not misread. */
const FORMAT = 'leap-cache-1';

/** Nothing that is kept comes near this; a larger file is not ours. */
const MAX_KEPT_BYTES = 64 << 20;

/** What is written before it takes its name. */
const UNFINISHED = /^\.[0-9a-f]{12}$/;

/** Longer than a file server restarts: whoever began it was killed, as a count is that nobody waits for any more. */
const LEFT_MS = 120_000;

/**
 * Answers kept on disk between two starts: whole, checksummed and readable by their owner alone.
 *
 * Losing one costs time and nothing else, so nothing here throws: what is missing, damaged, from
 * another version or owned by somebody else is null, and what cannot be written is not kept.
 */
export class Cache {
  /**
   * @param configured - `config.cacheDirectory`; null: a private folder below the machine's temporary one,
   * never the home, where a full quota would stop it.
   */
  constructor(configured: string | null, temporary = tmpdir()) {
    this._configured = configured;
    this._directory =
      configured ?? join(temporary, `jupyterlab-leap-${userId()}`);
  }

  /**
   * The text last written under this name.
   */
  async read(name: string): Promise<string | null> {
    return (await this.readBytes(name))?.toString('utf8') ?? null;
  }

  /** The bytes last written under this name. */
  async readBytes(name: string): Promise<Buffer | null> {
    try {
      return (await this._isUsable())
        ? await readChecked(join(this._directory, name))
        : null;
    } catch (reason) {
      if (systemCode(reason) !== 'ENOENT') {
        log('kept file ignored', { name, reason: causes(reason) });
      }
      return null;
    }
  }

  /**
   * Replace what is kept under this name, all of it or nothing.
   */
  write(name: string, text: string): Promise<void> {
    return this.writeBytes(name, [Buffer.from(text)]);
  }

  /** As `write`, for bytes in parts, one after the other. */
  async writeBytes(name: string, parts: readonly Uint8Array[]): Promise<void> {
    let temporary: string | undefined;
    try {
      await this._make();
      if (!(await this._isUsable())) {
        return;
      }
      const target = join(this._directory, name);
      temporary = `${target}.${randomBytes(6).toString('hex')}`;
      const head = Buffer.from(`${FORMAT} ${digest(parts)}\n`);
      await writeFile(temporary, [head, ...parts], {
        mode: 0o600,
        flag: 'wx',
        flush: true
      });
      await rename(temporary, target);
      // The next write tries again.
      await this._removeLeft(name).catch(() => undefined);
    } catch (reason) {
      log('file not kept', { name, reason: causes(reason) });
      if (temporary !== undefined) {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    }
  }

  /**
   * Forget what is kept under this name.
   */
  async remove(name: string): Promise<void> {
    try {
      if (await this._isUsable()) {
        await rm(join(this._directory, name), { force: true });
      }
    } catch (reason) {
      if (systemCode(reason) === 'ENOENT') {
        return;
      }
      log('file stays', { name, reason: causes(reason) });
    }
  }

  /** Each time anew: people tidy temporary folders, and their homes. */
  private async _make(): Promise<void> {
    if (this._configured !== null) {
      await mkdir(this._directory, { recursive: true, mode: 0o700 });
      return;
    }
    await mkdir(this._directory, { mode: 0o700 }).catch((reason: unknown) => {
      if (systemCode(reason) !== 'EEXIST') {
        throw reason;
      }
    });
  }

  /**
   * The name of a folder of the temporary one is known to everybody on the machine, so somebody may have made it first.
   *
   * @throws What the system throws where there is none.
   */
  private async _isUsable(): Promise<boolean> {
    if (this._configured !== null) {
      return true;
    }
    const stats = await lstat(this._directory);
    const isOurs =
      stats.isDirectory() &&
      (process.getuid === undefined ||
        (stats.uid === userId() && (stats.mode & 0o077) === 0));
    if (!isOurs) {
      log('cache folder is not private, nothing is kept', {
        path: this._directory
      });
    }
    return isOurs;
  }

  /** What a write of this name left that was cut off, or each would take up its room for ever. */
  private async _removeLeft(name: string): Promise<void> {
    for (const found of await readdir(this._directory)) {
      if (found.startsWith(name) && UNFINISHED.test(found.slice(name.length))) {
        const path = join(this._directory, found);
        const { mtimeMs } = await lstat(path);
        if (Date.now() - mtimeMs > LEFT_MS) {
          await rm(path, { force: true });
        }
      }
    }
  }

  private readonly _configured: string | null;
  private readonly _directory: string;
}

/** Where the system has no user ids (Windows), the temporary folder is the user's own. */
function userId(): number {
  return process.getuid?.() ?? 0;
}

async function readChecked(path: string): Promise<Buffer | null> {
  const file = await open(
    path,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  );
  try {
    const stats = await file.stat();
    const isOurs = process.getuid === undefined || stats.uid === userId();
    if (!stats.isFile() || !isOurs || stats.size > MAX_KEPT_BYTES) {
      return null;
    }
    const content = await file.readFile();
    const end = content.indexOf('\n');
    const kept = content.subarray(end + 1);
    const head = content.toString('latin1', 0, Math.max(0, end));
    return head === `${FORMAT} ${digest([kept])}` ? kept : null;
  } finally {
    await file.close();
  }
}

function digest(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part);
  }
  return hash.digest('hex');
}
