import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { causes, log } from './log';
import { systemCode } from './system-error';

/** First word of every kept file; another version's file is ignored, not misread. */
const FORMAT = 'leap-cache-1';

/** Nothing that is kept comes near this; a larger file is not ours. */
const MAX_KEPT_BYTES = 64 << 20;

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
    this._temporary = temporary;
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
      const directory = await this._open();
      return directory === null
        ? null
        : await readChecked(join(directory, name));
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
      const directory = await this._open();
      if (directory === null) {
        return;
      }
      const target = join(directory, name);
      temporary = `${target}.${randomBytes(6).toString('hex')}`;
      const head = Buffer.from(`${FORMAT} ${digest(parts)}\n`);
      await writeFile(temporary, [head, ...parts], {
        mode: 0o600,
        flag: 'wx',
        flush: true
      });
      await rename(temporary, target);
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
      const directory = await this._open();
      if (directory !== null) {
        await rm(join(directory, name), { force: true });
      }
    } catch (reason) {
      log('file stays', { name, reason: causes(reason) });
    }
  }

  private _open(): Promise<string | null> {
    this._directory ??=
      this._configured === null
        ? openPrivate(join(this._temporary, `jupyterlab-leap-${userId()}`))
        : openConfigured(this._configured);
    return this._directory;
  }

  private readonly _configured: string | null;
  private readonly _temporary: string;
  private _directory: Promise<string | null> | undefined;
}

/** Where the system has no user ids (Windows), the temporary folder is the user's own. */
function userId(): number {
  return process.getuid?.() ?? 0;
}

async function openConfigured(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  return path;
}

/**
 * The folder's name is known to everybody on the machine, so somebody may have made it first.
 */
async function openPrivate(path: string): Promise<string | null> {
  await mkdir(path, { mode: 0o700 }).catch((reason: unknown) => {
    if (systemCode(reason) !== 'EEXIST') {
      throw reason;
    }
  });
  const stats = await lstat(path);
  const isOurs =
    stats.isDirectory() &&
    (process.getuid === undefined ||
      (stats.uid === userId() && (stats.mode & 0o077) === 0));
  if (!isOurs) {
    log('cache folder is not private, nothing is kept', { path });
    return null;
  }
  return path;
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
