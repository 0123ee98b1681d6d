import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A Python environment on disk with nothing but its records: as conda, pip and their predecessors leave them.
 */
export class PythonEnvironmentFixture {
  private constructor(readonly prefix: string) {}

  static async create(): Promise<PythonEnvironmentFixture> {
    const prefix = await mkdtemp(join(tmpdir(), 'leap-env-'));
    const fixture = new PythonEnvironmentFixture(prefix);
    await fixture.write('bin/python3', '');
    return fixture;
  }

  remove(): Promise<void> {
    return rm(this.prefix, { recursive: true, force: true });
  }

  /** A file below the environment, directories made as needed. */
  async write(path: string, text: string): Promise<string> {
    const full = join(this.prefix, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text);
    return full;
  }

  conda(
    name: string,
    version: string,
    text = JSON.stringify({ files: ['lib/x'], name, version })
  ): Promise<string> {
    return this.write(`conda-meta/${name}-${version}-h1_0.json`, `${text}\n`);
  }

  async pip(
    name: string,
    version: string,
    installer = 'pip',
    packages = SITE_PACKAGES
  ): Promise<void> {
    const place = `${packages}/${name}-${version}.dist-info`;
    await this.write(`${place}/INSTALLER`, `${installer}\n`);
    await this.write(
      `${place}/METADATA`,
      `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n\nName: not-this\n`
    );
  }
}

/** Where the fixture's Python imports from. */
export const SITE_PACKAGES = 'lib/python3.12/site-packages';
