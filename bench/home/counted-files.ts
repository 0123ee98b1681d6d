import { realFiles, type Files } from '../../src/service/home/scan/tree/files';

/**
 * The calls to the file system, counted.
 */
export class CountedFiles {
  calls = 0;

  readonly files: Files = Object.fromEntries(
    Object.entries(realFiles)
      .filter(([, call]) => typeof call === 'function')
      .map(([name, call]) => [name, this._counted(call as Call)])
  ) as unknown as Files;

  private _counted(call: Call): Call {
    return (...words) => {
      this.calls += 1;
      return call(...words);
    };
  }
}

type Call = (...words: never[]) => unknown;
