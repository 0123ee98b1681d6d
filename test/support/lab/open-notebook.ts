import { YNotebook } from '@jupyter/ydoc';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
// The model alone: the whole package needs a browser that draws.
import { NotebookModel } from '@jupyterlab/notebook/lib/model';
import { Signal } from '@lumino/signaling';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';

/**
 * A notebook's real model in a panel that has nothing to draw, and the tracker that it is the active one of.
 */
export class OpenNotebook {
  constructor(
    sources: readonly string[],
    language = 'python',
    readonly path = 'work/drought.ipynb',
    collaborative = false
  ) {
    this.model = new NotebookModel({
      languagePreference: language,
      collaborationEnabled: collaborative
    });
    this.model.sharedModel.setMetadata('language_info', { name: language });
    this.model.sharedModel.deleteCellRange(0, this.model.cells.length);
    for (const source of sources) {
      this.model.sharedModel.addCell({ cell_type: 'code', source });
    }
  }

  readonly model: NotebookModel;
  activeCellIndex = 0;

  get sources(): string[] {
    return this.model.sharedModel.cells.map(cell => cell.getSource());
  }

  /** What the file holds: the notebook when it was last saved. */
  saved: ReturnType<NotebookModel['toJSON']> | undefined;

  /** Save as JupyterLab's context does: tell, read, write, tell. */
  save(): Promise<void> {
    this.beginSave()();
    return Promise.resolve();
  }

  /** The same up to where the server is asked to write. @returns What ends it. */
  beginSave(): () => void {
    this._saveState.emit('started');
    const written = this.model.toJSON();
    return () => {
      this.saved = written;
      this.model.dirty = false;
      this._saveState.emit('completed');
    };
  }

  /** Change the notebook as another author does, on a page of their own. */
  changeElsewhere(change: (notebook: YNotebook) => void): void {
    const here = this.model.sharedModel as YNotebook;
    const there = new YNotebook();
    applyUpdate(there.ydoc, encodeStateAsUpdate(here.ydoc));
    change(there);
    applyUpdate(here.ydoc, encodeStateAsUpdate(there.ydoc));
  }

  get panel(): NotebookPanel {
    return this._panel;
  }

  private readonly _saveState = new Signal<object, 'started' | 'completed'>({});
  private readonly _panel = this._makePanel();

  private _makePanel(): NotebookPanel {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the getters below have a `this` of their own
    const notebook = this;
    const content = {
      get model() {
        return notebook.model;
      },
      get activeCell() {
        const sharedModel =
          notebook.model.sharedModel.cells[notebook.activeCellIndex];
        return sharedModel ? { model: { sharedModel } } : null;
      },
      get activeCellIndex() {
        return notebook.activeCellIndex;
      },
      set activeCellIndex(index: number) {
        notebook.activeCellIndex = index;
      },
      deselectAll: () => undefined,
      scrollToItem: () => Promise.resolve()
    };
    const panel: unknown = {
      content,
      context: {
        ready: Promise.resolve(),
        get path() {
          return notebook.path;
        },
        saveState: this._saveState,
        save: () => this.save()
      },
      isDisposed: false,
      disposed: new Signal<object, void>({}),
      get model() {
        return notebook.model;
      }
    };
    return panel as NotebookPanel;
  }
}

/**
 * A tracker whose active notebook the test chooses.
 */
export function trackerOf(...notebooks: OpenNotebook[]): INotebookTracker & {
  activate(notebook: OpenNotebook | null): void;
  add(notebook: OpenNotebook): void;
} {
  let current: NotebookPanel | null = notebooks[0]?.panel ?? null;
  const currentChanged = new Signal<object, NotebookPanel | null>({});
  const widgetAdded = new Signal<object, NotebookPanel>({});
  const tracker: unknown = {
    get currentWidget() {
      return current;
    },
    currentChanged,
    widgetAdded,
    forEach: (visit: (panel: NotebookPanel) => void) => {
      notebooks.forEach(({ panel }) => {
        visit(panel);
      });
    },
    add: ({ panel }: OpenNotebook) => {
      widgetAdded.emit(panel);
    },
    find: (matches: (panel: NotebookPanel) => boolean) =>
      notebooks.map(({ panel }) => panel).find(matches),
    activate: (notebook: OpenNotebook | null) => {
      current = notebook?.panel ?? null;
      currentChanged.emit(current);
    }
  };
  return tracker as ReturnType<typeof trackerOf>;
}
