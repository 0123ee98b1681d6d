import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type {
  ClearableItem,
  DeletionTarget,
  HomeClearable,
  HomeDeletion,
  HomeReview
} from '../../../src/contract';
import type { Config } from '../../../src/service/config';
import { createClearHandlers } from '../../../src/service/home/clear/handlers';
import {
  realDeletionFiles,
  type DeletionFiles
} from '../../../src/service/home/deletion/files';
import { leapConfig } from '../service/leap-config';
import { never } from '../service/never';

/**
 * A home on a real disk with a folder beside it that nothing may ever touch, though it looks like a cache.
 */
export class HomeFolder {
  private constructor(private readonly _base: string) {}

  static async make(): Promise<HomeFolder> {
    const folder = new HomeFolder(await mkdtemp(join(tmpdir(), 'leap-home-')));
    await mkdir(folder.path);
    await mkdir(join(folder.canary, 'deep'), { recursive: true });
    await mkdir(join(folder.canary, '__pycache__'));
    await writeFile(join(folder.canary, 'one'), 'canary');
    await writeFile(join(folder.canary, 'deep', 'two'), 'canary');
    await writeFile(join(folder.canary, '__pycache__', 'm.pyc'), 'canary');
    folder._untouched = folder.canaryState();
    return folder;
  }

  get path(): string {
    return join(this._base, 'home');
  }

  /** Outside the home. */
  get canary(): string {
    return join(this._base, 'canary');
  }

  at(path: string): string {
    return join(this.path, path);
  }

  /** Write files, each with what it says, making their folders. */
  async write(
    files: Readonly<Record<string, string | Uint8Array>>
  ): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(this.at(path)), { recursive: true });
      await writeFile(this.at(path), content);
    }
  }

  /** Everything in the home, as sorted paths. */
  tree(): string[] {
    return namesBelow(this.path).sort();
  }

  /** All there is to know about the folder outside, but when it was last read. */
  canaryState(): unknown {
    return ['', ...namesBelow(this.canary)].map(name => {
      const path = join(this.canary, name);
      const { ino, mode, size, mtimeMs, ctimeMs, nlink } = lstatSync(path);
      const content =
        name && lstatSync(path).isFile() ? readFileSync(path, 'utf8') : '';
      return { name, ino, mode, size, mtimeMs, ctimeMs, nlink, content };
    });
  }

  handlers(
    config: Partial<Config> = {},
    files: Partial<DeletionFiles> = {},
    now = (): Date => new Date()
  ): ReturnType<typeof createClearHandlers> {
    return createClearHandlers(
      {
        config: leapConfig({
          homeDirectory: this.path,
          allowDeletion: true,
          ...config
        }),
        env: {},
        now
      },
      { ...realDeletionFiles, ...files }
    );
  }

  async review(
    paths: string[],
    files: Partial<DeletionFiles> = {}
  ): Promise<HomeReview> {
    const handlers = this.handlers({}, files);
    return last(handlers['home/review']({ paths }, never));
  }

  async delete(
    targets: DeletionTarget[],
    files: Partial<DeletionFiles> = {}
  ): Promise<HomeDeletion> {
    const handlers = this.handlers({}, files);
    return last(handlers['home/deletion']({ targets }, never));
  }

  /** Review some paths and delete them right away. */
  async clear(
    paths: string[],
    files: Partial<DeletionFiles> = {}
  ): Promise<HomeDeletion> {
    const { targets } = await this.review(paths);
    return this.delete(targets, files);
  }

  async clearable(): Promise<HomeClearable> {
    return last(this.handlers()['home/clearable']({}, never));
  }

  /** What can be cleared by one rule. */
  async clearableBy(rule: string): Promise<ClearableItem | undefined> {
    const { items } = await this.clearable();
    return items.find(({ id }) => id === rule);
  }

  /** After each test: nothing outside of the home has changed. */
  remove(): void {
    const canary = this.canaryState();
    // Node's own `rm` cannot reach down a thousand folders.
    execFileSync('rm', ['-rf', this._base]);
    expect(canary).toEqual(this._untouched);
  }

  private _untouched: unknown = null;
}

/** The last item of a stream. */
export async function last<T>(items: AsyncIterable<T>): Promise<T> {
  let found: { item: T } | null = null;
  for await (const item of items) {
    found = { item };
  }
  if (found === null) {
    throw new Error('The stream was empty.');
  }
  return found.item;
}

function namesBelow(directory: string): string[] {
  return readdirSync(directory, { encoding: 'latin1' }).flatMap(name => {
    const path = Buffer.from(join(directory, name), 'latin1');
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) {
      return [`${name} -> ${readlinkSync(path)}`];
    }
    return stats.isDirectory()
      ? [
          name,
          ...namesBelow(join(directory, name)).map(below => `${name}/${below}`)
        ]
      : [name];
  });
}
