import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Image, OtherImage } from '../../../../contract';
import type { ILeapClient } from '../../../client';
import { ObservableModel } from '../../../loadable';
import { KEPT_KEY, readKept, type IKept } from './kept';
import type { IImageModel } from '../model';

/**
 * A notebook that says it was made with another image than this server's.
 */
export interface IElsewhere {
  /** The file's name. */
  readonly notebook: string;
  readonly kept: IKept;
  /** This server's. */
  readonly here: Image;
  /** The ways to that image; null until they are known, and where they cannot be. */
  readonly other: OtherImage | null;
}

/**
 * Whether the active notebook was made elsewhere; null: it was not, or does not say.
 *
 * What counts is what the file said when it was opened: saving it here does not hide where it came from.
 */
export class ElsewhereModel extends ObservableModel<IElsewhere | null> {
  constructor(
    private readonly _client: ILeapClient,
    private readonly _model: IImageModel,
    notebooks: INotebookTracker
  ) {
    super(null);
    notebooks.currentChanged.connect(this._onCurrentChanged, this);
    this._onCurrentChanged(notebooks, notebooks.currentWidget);
  }

  private _onCurrentChanged(
    _: INotebookTracker,
    panel: NotebookPanel | null
  ): void {
    this._panel = panel;
    void this._look(panel);
  }

  private async _look(panel: NotebookPanel | null): Promise<void> {
    const kept = panel && (await this._keptWhenOpened(panel));
    const here = kept && (await this._model.image().catch(() => null));
    if (this._panel !== panel) {
      return;
    }
    if (!panel || !kept || !here || isSame(kept, here)) {
      this._show(null);
      return;
    }
    const notebook = panel.context.path.split('/').at(-1) ?? '';
    const found = { notebook, kept, here };
    this._show({ ...found, other: null });
    const query = { spec: kept.image };
    const other = await this._client
      .ask('image/other', query, this.lifetime)
      // The sentence and the text to copy need nothing of it.
      .catch(() => null);
    if (this._panel === panel && other) {
      this._show(other.isThis ? null : { ...found, other });
    }
  }

  private async _keptWhenOpened(panel: NotebookPanel): Promise<IKept | null> {
    let kept = this._kept.get(panel);
    if (kept === undefined) {
      await panel.context.ready;
      kept = readKept(panel.model?.getMetadata(KEPT_KEY));
      this._kept.set(panel, kept);
    }
    return kept;
  }

  private _show(state: IElsewhere | null): void {
    if (state !== this.state) {
      this.publish(state);
    }
  }

  private _panel: NotebookPanel | null = null;
  private readonly _kept = new WeakMap<NotebookPanel, IKept | null>();
}

/** As texts; the service knows whether two texts name one image. */
function isSame(kept: IKept, here: Image): boolean {
  const digest = here.reference?.digest ?? null;
  return (
    kept.image === here.spec || (digest !== null && kept.digest === digest)
  );
}
