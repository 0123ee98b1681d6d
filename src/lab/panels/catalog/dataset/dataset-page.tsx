import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { DatasetPage as PageContent } from '../../../../contract';
import { CommandButton } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { CommandIDs } from '../../../commands';
import type { IQuickLook } from '../../../contents/quick-look';
import { visible } from '../../../visible';
import { About } from './about';
import type { ICatalogModel, IDatasetPage } from '../catalog-model';
import { shownStores, type IShownStore } from './shown-stores';
import type { StoreSizes } from './store-sizes';
import { isDead } from './store-actions';
import { Stores } from './stores';
import { reachText } from '../words';

interface IDatasetPageProps {
  page: IDatasetPage;
  /** Its reader opened it just now, so the result that had the focus is gone. */
  takesFocus: boolean;
  model: ICatalogModel;
  sizes: StoreSizes;
  look: IQuickLook | null;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * All about one data set: what it is, where its stores are, whether they open from here and how.
 */
export function DatasetPage(props: IDatasetPageProps): React.JSX.Element {
  const { page, model, trans } = props;
  const { dataset } = page;
  return (
    <article aria-busy={dataset.status === 'loading'}>
      <Head {...props} />
      {dataset.status === 'failed' && (
        <Failure
          error={dataset.error}
          trans={trans}
          onRetry={() => {
            void model.open(page.id);
          }}
        />
      )}
      {dataset.status === 'loading' && !dataset.value && (
        <div className="jp-LeapSkeleton" role="status">
          {trans.__('Reading about this data set…')}
        </div>
      )}
      {dataset.value && <Content {...props} dataset={dataset.value} />}
    </article>
  );
}

/** The way back, and at once the code where there is nothing to choose: its card may be far below. */
function Head({ page, commands }: IDatasetPageProps): React.JSX.Element {
  const [store, another] = shownStores(page);
  const isClear = store && !another && store.snippet !== null;
  return (
    <div className="jp-LeapCatalog-head">
      <CommandButton commands={commands} id={CommandIDs.closeDataset} />
      {isClear && !isDead(store.check) && (
        <CommandButton
          commands={commands}
          id={CommandIDs.insertDatasetCode}
          args={{ store: store.id }}
          primary
        />
      )}
    </div>
  );
}

function Content(
  props: IDatasetPageProps & { dataset: PageContent }
): React.JSX.Element {
  const { page, takesFocus, commands, trans, dataset } = props;
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    if (takesFocus) {
      heading.current?.focus();
    }
  }, [page.id, takesFocus]);
  const stores = shownStores(page);
  return (
    <>
      <h3 className="jp-LeapHeadline" ref={heading} tabIndex={-1}>
        <bdi>{visible(dataset.title)}</bdi>
      </h3>
      <About dataset={dataset} trans={trans} />
      <div className="jp-LeapCard-actions">
        <CommandButton
          commands={commands}
          id={CommandIDs.copyDatasetCitation}
        />
      </div>
      <h4 className="jp-LeapCatalog-heading">
        {stores.length === 0
          ? trans.__('No stores')
          : trans._n('%1 store', '%1 stores', stores.length)}
      </h4>
      {stores.length === 0 && (
        <p>
          {trans.__(
            'The record lists no place where the data are. Its links or maintainers may know.'
          )}
        </p>
      )}
      <ReachStatus {...props} stores={stores} />
      <Stores
        key={page.id}
        {...props}
        isReading={dataset.isReading}
        stores={stores}
      />
      {stores.length > 0 && (
        <CommandButton commands={commands} id={CommandIDs.checkDatasetReach} />
      )}
    </>
  );
}

/** What is known of all stores together: whether they open from here. */
function ReachStatus({
  page: { reach },
  model,
  trans,
  stores
}: Pick<IDatasetPageProps, 'page' | 'model' | 'trans'> & {
  stores: readonly IShownStore[];
}): React.JSX.Element | null {
  if (reach.status === 'failed') {
    return reach.error.code === 'cancelled' ? null : (
      <Failure
        error={reach.error}
        trans={trans}
        onRetry={() => {
          void model.checkReach(true);
        }}
      />
    );
  }
  // Of a single one, its card says it.
  return stores.length > 1 ? (
    <p className="jp-LeapStatus" role="status">
      {reach.status !== 'loading' && reach.value
        ? reachText(reach.value.stores, trans)
        : trans.__('Checking what opens from here…')}
    </p>
  ) : null;
}
