import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A made-up `/proc` with control groups beside it, as the kernel lays them out.
 */
export class ControlGroups {
  private constructor(private readonly _root: string) {}

  static async create(): Promise<ControlGroups> {
    return new ControlGroups(await mkdtemp(join(tmpdir(), 'leap-cgroup-')));
  }

  get proc(): string {
    return join(this._root, 'proc');
  }

  /** Where a mount of this name lies. */
  point(name: string): string {
    return join(this._root, 'sys', name);
  }

  /**
   * @param groups - Lines of `/proc/self/cgroup`.
   * @param mounts - `[root, name, type, options]` of each mount.
   */
  async mount(
    groups: readonly string[],
    mounts: readonly (readonly [string, string, string, string])[]
  ): Promise<void> {
    await this.write('proc/self/cgroup', `${groups.join('\n')}\n`);
    const lines = mounts.map(
      ([root, name, type, options], index) =>
        `${index + 30} 25 0:${index} ${root} ${this.point(name)} rw,relatime shared:9 - ${type} ${type} ${options}`
    );
    await this.write('proc/self/mountinfo', `${lines.join('\n')}\n`);
  }

  /** Version 2 in a container with a view of its own: the usual case on today's hubs. */
  async container(files: Readonly<Record<string, string>>): Promise<void> {
    await this.mount(['0::/'], [['/', 'cgroup', 'cgroup2', 'rw']]);
    await this.group('cgroup', { 'cgroup.type': 'domain\n', ...files });
  }

  /** Files of a group below a mount. */
  async group(
    path: string,
    files: Readonly<Record<string, string>>
  ): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await this.write(join('sys', path, name), text);
    }
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this._root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  remove(): Promise<void> {
    return rm(this._root, { recursive: true });
  }
}
