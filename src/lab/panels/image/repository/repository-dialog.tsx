import type { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { IRepositoryFile } from './repository-files';

/**
 * What a user decided in the dialog.
 */
export interface IRepositoryChoice {
  /** A path of JupyterLab's file browser; empty: its root. */
  readonly folder: string;
  readonly files: readonly IRepositoryFile[];
}

/**
 * The files as they will be, which of them, and where.
 */
export class RepositoryForm
  extends ReactWidget
  implements Dialog.IBodyWidget<IRepositoryChoice>
{
  constructor(
    private readonly _files: readonly IRepositoryFile[],
    folder: string,
    private readonly _trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-LeapRepository');
    this._folder = folder;
    this._chosen = new Set(_files.filter(each => each.isSuggested));
  }

  getValue(): IRepositoryChoice {
    return {
      folder: this._folder.trim().replace(/^\/+|\/+$/g, ''),
      files: this._files.filter(each => this._chosen.has(each))
    };
  }

  protected override render(): React.JSX.Element {
    const trans = this._trans;
    return (
      <>
        <p>
          {trans.__(
            'repo2docker builds the Dockerfile where there is one, else environment.yml, else requirements.txt.'
          )}
        </p>
        {this._folderField()}
        {this._files.map(file => (
          <RepositoryFile
            key={file.name}
            file={file}
            trans={trans}
            onChoose={isChosen => {
              if (isChosen) {
                this._chosen.add(file);
              } else {
                this._chosen.delete(file);
              }
            }}
          />
        ))}
        <p>{trans.__('What has one of these names already is left alone.')}</p>
      </>
    );
  }

  private _folderField(): React.JSX.Element {
    const trans = this._trans;
    return (
      <label className="jp-LeapRepository-folder">
        {trans.__('Folder')}
        <input
          type="text"
          className="jp-LeapInput"
          spellCheck={false}
          defaultValue={this._folder}
          placeholder={trans.__('the top folder of the file browser')}
          onChange={event => {
            this._folder = event.target.value;
          }}
        />
      </label>
    );
  }

  private _folder: string;
  private readonly _chosen: Set<IRepositoryFile>;
}

/** One file: whether it is created, and what will be in it. */
function RepositoryFile({
  file: { name, text, isSuggested },
  trans,
  onChoose
}: {
  readonly file: IRepositoryFile;
  readonly trans: TranslationBundle;
  readonly onChoose: (isChosen: boolean) => void;
}): React.JSX.Element {
  return (
    <fieldset>
      <legend>
        <label>
          <input
            type="checkbox"
            defaultChecked={isSuggested}
            onChange={event => {
              onChoose(event.target.checked);
            }}
          />
          {name}
        </label>
      </legend>
      <pre
        className="jp-LeapCode"
        tabIndex={0}
        aria-label={trans.__('Content of %1', name)}
      >
        {text}
      </pre>
    </fieldset>
  );
}
