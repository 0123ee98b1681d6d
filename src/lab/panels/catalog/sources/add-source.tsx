import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { LeapError } from '../../../../contract';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { useSnapshot } from '../../../components/use-snapshot';
import { visible } from '../../../visible';
import type { OwnSources } from './own-sources';
import { PreviewCard } from './preview-card';
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
  const { address, found } = useSnapshot(preview);
  const addresses = useSnapshot(own);
  const [added, setAdded] = React.useState<string | null>(null);
  const field = React.useRef<HTMLInputElement>(null);
  const look = (): void => {
    setAdded(null);
    void preview.look();
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        look();
      }}
    >
      <h4 className="jp-LeapCatalog-heading">{trans.__('Add a catalog')}</h4>
      <AddressField
        field={field}
        address={address}
        trans={trans}
        onType={typed => {
          preview.type(typed);
        }}
      />
      <div className="jp-LeapCard-actions">
        <Button
          label={trans.__('See What Is in It')}
          primary={found.status !== 'ready'}
          disabled={address.trim() === '' || found.status === 'loading'}
          onClick={look}
        />
        {chooseFile && (
          <FileButton
            chooseFile={chooseFile}
            trans={trans}
            onChoose={chosen => {
              preview.type(chosen);
              look();
            }}
          />
        )}
      </div>
      <News
        isReading={found.status === 'loading'}
        added={added !== null && addresses.includes(added) ? added : null}
        trans={trans}
      />
      {found.status === 'failed' && (
        <Refused error={found.error} trans={trans} onRetry={look} />
      )}
      {found.value && (
        <PreviewCard
          found={found.value}
          isKnown={addresses.includes(found.value.address)}
          isFull={own.isFull}
          trans={trans}
          onAdd={wanted => {
            setAdded(wanted);
            preview.clear();
            field.current?.focus();
            void own.add(wanted);
          }}
        />
      )}
    </form>
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

function News({
  isReading,
  added,
  trans
}: {
  isReading: boolean;
  added: string | null;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <div role="status">
      {isReading && (
        <p className="jp-LeapSkeleton">{trans.__('Reading it…')}</p>
      )}
      {added !== null && <p>{trans.__('Added: %1', visible(added))}</p>}
    </div>
  );
}

function AddressField({
  field,
  address,
  trans,
  onType
}: {
  field: React.RefObject<HTMLInputElement>;
  address: string;
  trans: TranslationBundle;
  onType: (address: string) => void;
}): React.JSX.Element {
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
            onType(event.target.value);
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

/** The service says why in words; what helps is another address, or another try. */
function Refused({
  error,
  trans,
  onRetry
}: {
  error: LeapError;
  trans: TranslationBundle;
  onRetry: () => void;
}): React.JSX.Element {
  const mayHelp = error.retryable && error.code !== 'bad-upstream';
  return mayHelp ? (
    <Failure
      error={error}
      trans={trans}
      next={trans.__('Check the address, or retry in a moment.')}
      onRetry={onRetry}
    />
  ) : (
    <div className="jp-LeapCard jp-mod-failure" role="alert">
      <strong>{trans.__('This cannot be added')}</strong>
      <p>{visible(error.message)}</p>
    </div>
  );
}
