import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { CatalogSummary } from '../../../../contract';
import { Button, CommandButton } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { CommandIDs } from '../../../commands';
import { visible } from '../../../visible';
import { AddSource } from './add-source';
import type { ICatalogModel, ICatalogState } from '../catalog-model';
import type { OwnSources } from './own-sources';
import { SourceCard } from './source-card';
import type { SourcePreviewModel } from './source-preview';

/**
 * What the page of the sources works with.
 */
export interface ISourcesParts {
  readonly own: OwnSources;
  readonly preview: SourcePreviewModel;
  /** Lets a user choose a file; null: he thought better of it. Absent where there is no such dialog. */
  readonly chooseFile?: () => Promise<string | null>;
}

interface ISourcesViewProps extends ISourcesParts {
  state: ICatalogState;
  model: ICatalogModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The catalogs that are searched: what each is and how good its copy is, and the way to add one.
 */
export function SourcesView(props: ISourcesViewProps): React.JSX.Element {
  const { state, model, own, commands, trans } = props;
  const { summary } = state;
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    heading.current?.focus();
  }, []);
  const { removed, remove, undo } = useRemoval(own, heading);
  const sources = summary.value?.sources ?? [];
  return (
    <article aria-busy={summary.status === 'loading'}>
      <CommandButton commands={commands} id={CommandIDs.closeDataset} />
      <h3 className="jp-LeapHeadline" ref={heading} tabIndex={-1}>
        {trans.__('Sources of the catalog')}
      </h3>
      {summary.status === 'failed' && (
        <Failure
          error={summary.error}
          trans={trans}
          onRetry={() => {
            void model.load();
          }}
        />
      )}
      {sources.length === 0 && (
        <p>
          {trans.__(
            'No catalog is searched yet. This hub names none; add one below.'
          )}
        </p>
      )}
      <SourceList
        sources={sources}
        skipped={summary.value?.skipped ?? []}
        model={model}
        trans={trans}
        onRemove={remove}
      />
      <Removed address={removed} trans={trans} onUndo={undo} />
      <AddSource {...props} />
    </article>
  );
}

interface IRemoval {
  /** What was removed last; null: nothing, or it is back. */
  readonly removed: string | null;
  readonly remove: (address: string) => void;
  readonly undo: (address: string) => void;
}

/** The button that removes or brings back disappears: the focus goes to the heading. */
function useRemoval(
  own: OwnSources,
  heading: React.RefObject<HTMLElement>
): IRemoval {
  const [removed, setRemoved] = React.useState<string | null>(null);
  return {
    removed: removed !== null && own.state.includes(removed) ? null : removed,
    remove: address => {
      setRemoved(address);
      heading.current?.focus();
      void own.remove(address);
    },
    undo: address => {
      void own.add(address);
      setRemoved(null);
      heading.current?.focus();
    }
  };
}

/** Says what was removed, with the way back. */
function Removed({
  address,
  trans,
  onUndo
}: Pick<ISourcesViewProps, 'trans'> & {
  address: IRemoval['removed'];
  onUndo: IRemoval['undo'];
}): React.JSX.Element {
  return (
    <div role="status">
      {address !== null && (
        <p className="jp-LeapStatus">
          <span>{trans.__('Removed: %1', visible(address))}</span>{' '}
          <Button
            label={trans.__('Undo')}
            onClick={() => {
              onUndo(address);
            }}
          />
        </p>
      )}
    </div>
  );
}

function SourceList({
  sources,
  skipped,
  model,
  trans,
  onRemove
}: Pick<CatalogSummary, 'sources' | 'skipped'> &
  Pick<ISourcesViewProps, 'model' | 'trans'> & {
    onRemove: (address: string) => void;
  }): React.JSX.Element {
  return (
    <ul className="jp-LeapCatalog-sources" aria-label={trans.__('Sources')}>
      {sources.map(source => (
        <SourceCard
          key={source.address}
          source={source}
          skipped={skipped.filter(
            part => part.source === null || part.source === source.name
          )}
          isOnly={sources.length === 1}
          trans={trans}
          onShow={() => {
            model.close();
            void model.searchFor({
              text: '',
              filters: [{ facet: 'source', value: source.name }],
              sort: 'best'
            });
          }}
          onRemove={() => {
            onRemove(source.address);
          }}
        />
      ))}
    </ul>
  );
}
