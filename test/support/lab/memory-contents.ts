import { ServerConnection, type Contents } from '@jupyterlab/services';

/**
 * A contents manager over texts in memory that answers as the Jupyter server does: renaming to a taken name is 409.
 */
export class MemoryContents {
  constructor(readonly files: Record<string, string>) {}

  get manager(): Contents.IManager {
    const manager: unknown = {
      get: (folder: string) => this._list(folder),
      newUntitled: ({ path = '' }: Contents.ICreateOptions) => {
        const made = `${path}/untitled.txt`;
        this.files[made] = '';
        return Promise.resolve({ path: made });
      },
      save: (path: string, { content }: Partial<Contents.IModel>) => {
        this.files[path] = String(content);
        return Promise.resolve();
      },
      rename: (from: string, to: string) => this._rename(from, to),
      delete: (path: string) => {
        Reflect.deleteProperty(this.files, path);
        return Promise.resolve();
      }
    };
    return manager as Contents.IManager;
  }

  /** Leave a file out of listings, as one that comes after they were read. */
  hide(path: string): void {
    this._hidden.add(path);
  }

  private _list(folder: string): Promise<unknown> {
    const inside = Object.keys(this.files)
      .filter(path => path.startsWith(`${folder}/`))
      .filter(path => !this._hidden.has(path));
    const names = inside.map(path => ({ name: path.slice(folder.length + 1) }));
    const exists = Object.keys(this.files).some(path =>
      path.startsWith(`${folder}/`)
    );
    return exists
      ? Promise.resolve({ content: names })
      : Promise.reject(refusal(404));
  }

  private _rename(from: string, to: string): Promise<unknown> {
    if (to in this.files) {
      return Promise.reject(refusal(409));
    }
    const text = this.files[from] ?? '';
    Reflect.deleteProperty(this.files, from);
    this.files[to] = text;
    return Promise.resolve({ path: to });
  }

  private readonly _hidden = new Set<string>();
}

function refusal(status: number): Error {
  return new ServerConnection.ResponseError(new Response(null, { status }));
}
