import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Button } from '../../../components/button';
import { useSnapshot } from '../../../components/use-snapshot';
import type { OwnSources } from './own-sources';
import { PreviewAnswer } from './preview-answer';
import type { SourcePreviewModel } from './source-preview';

interface IAddSourceProps {
  own: OwnSources;
  preview: SourcePreviewModel;
  chooseFile?: () => Promise<string | null>;
  trans: TranslationBundle;
}

/**
 * The way to add a catalog: its address or file, what is in it, and only then the button that adds it.
 */
export function AddSource({
  own,
  preview,
  chooseFile,
  trans
}: IAddSourceProps): React.JSX.Element {
  const [added, setAdded] = React.useState<string | null>(null);
  const field = React.useRef<HTMLInputElement>(null);
  const look = (): void => {
    setAdded(null);
    void preview.look();
  };
  const add = (wanted: string): void => {
    setAdded(wanted);
    preview.clear();
    field.current?.focus();
    void own.add(wanted);
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        look();
      }}
    >
      <h4 className="jp-LeapCatalog-heading">{trans.__('Add a catalog')}</h4>
      <AddressField field={field} preview={preview} trans={trans} />
      <LookButtons
        preview={preview}
        chooseFile={chooseFile}
        trans={trans}
        onLook={look}
      />
      <PreviewAnswer
        own={own}
        preview={preview}
        added={added}
        trans={trans}
        onRetry={look}
        onAdd={add}
      />
    </form>
  );
}

/** Both ways to look: at the address that was typed, and at a file that is chosen. */
function LookButtons({
  preview,
  chooseFile,
  trans,
  onLook
}: Omit<IAddSourceProps, 'own'> & { onLook: () => void }): React.JSX.Element {
  const { address, found } = useSnapshot(preview);
  return (
    <div className="jp-LeapCard-actions">
      <Button
        label={trans.__('See What Is in It')}
        primary={found.status !== 'ready'}
        disabled={address.trim() === '' || found.status === 'loading'}
        onClick={onLook}
      />
      {chooseFile && (
        <FileButton
          chooseFile={chooseFile}
          trans={trans}
          onChoose={chosen => {
            preview.type(chosen);
            onLook();
          }}
        />
      )}
    </div>
  );
}

function FileButton({
  chooseFile,
  trans,
  onChoose
}: {
  chooseFile: () => Promise<string | null>;
  trans: TranslationBundle;
  onChoose: (file: string) => void;
}): React.JSX.Element {
  const choose = async (): Promise<void> => {
    const chosen = await chooseFile();
    if (chosen !== null) {
      onChoose(chosen);
    }
  };
  return (
    <Button
      label={trans.__('Choose a File…')}
      onClick={() => {
        void choose();
      }}
    />
  );
}

function AddressField({
  field,
  preview,
  trans
}: Pick<IAddSourceProps, 'preview' | 'trans'> & {
  field: React.RefObject<HTMLInputElement>;
}): React.JSX.Element {
  const { address } = useSnapshot(preview);
  const help = React.useId();
  return (
    <>
      <label className="jp-LeapCatalog-field">
        {trans.__('Web address, or a file of your home')}
        <input
          ref={field}
          type="text"
          className="jp-LeapInput"
          value={address}
          maxLength={2000}
          placeholder={trans.__('https://… or ~/…')}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={help}
          onChange={event => {
            preview.type(event.target.value);
          }}
        />
      </label>
      <p id={help} className="jp-LeapQuiet">
        {trans.__(
          'The web catalog’s JSON, a feedstock’s catalog.yaml, STAC, intake YAML, or a list of addresses of stores.'
        )}
      </p>
    </>
  );
}
