import type { IServiceContext } from '../config';
import { readInstalled } from './installed';

/** Somebody who installs what is missing sees that soon. */
const TRUSTED_MS = 30_000;

/**
 * Says which packages this image lacks; the list of what is installed is read at most every half minute.
 */
export class MissingPackages {
  constructor(private readonly _context: IServiceContext) {}

  /**
   * Those of these packages that are not installed; null: nobody knows what is.
   */
  async of(packages: Iterable<string>): Promise<string[] | null> {
    const nowMs = this._context.now().getTime();
    if (this._installed === undefined || nowMs - this._readMs > TRUSTED_MS) {
      this._readMs = nowMs;
      this._installed = this._read();
    }
    const installed = await this._installed;
    return (
      installed &&
      [...new Set(packages)].filter(name => !installed.has(comparable(name)))
    );
  }

  private async _read(): Promise<ReadonlySet<string> | null> {
    try {
      const place = { proc: '/proc', dev: '/dev', pid: process.pid };
      const { packages } = await readInstalled(this._context, place);
      return new Set(packages.map(({ name }) => comparable(name)));
    } catch {
      // No Python is found: the code is shown all the same, without a word about packages.
      return null;
    }
  }

  private _installed: Promise<ReadonlySet<string> | null> | undefined;
  private _readMs = -Infinity;
}

/** As package indexes compare names: https://packaging.python.org/en/latest/specifications/name-normalization/ */
function comparable(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
