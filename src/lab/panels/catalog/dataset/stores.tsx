import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { FoldedList } from '../../../components/folded-list';
import { useSnapshot } from '../../../components/use-snapshot';
import type { IQuickLook } from '../../../contents/quick-look';
import { formatCount } from '../../../format';
import { visible } from '../../../visible';
import type { IDatasetPage } from '../catalog-model';
import type { IShownStore } from './shown-stores';
import { StoreCard } from './store-card';
import { withWords } from './store-filter';
import type { StoreSizes } from './store-sizes';

/** With more stores than this, only the first one is unfolded. */
const UNFOLDED_STORES = 2;

/** As many are listed until more are wanted: a page may have one for each year. */
const SHOWN_STORES = 12;

interface IStoresProps {
  page: IDatasetPage;
  stores: readonly IShownStore[];
  /** What is in them may be known in a moment. */
  isReading: boolean;
  sizes: StoreSizes;
  look: IQuickLook | null;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The stores of a data set, a card each; of many those that are asked for.
 */
export function Stores(props: IStoresProps): React.JSX.Element {
  const { page, stores, sizes, trans } = props;
  const [words, setWords] = React.useState('');
  React.useEffect(
    () => () => {
      sizes.clear();
    },
    [page.id, sizes]
  );
  const found = withWords(stores, words);
  return (
    <>
      {stores.length > SHOWN_STORES && (
        <StoreFilter
          words={words}
          found={found.length}
          count={stores.length}
          trans={trans}
          onWords={setWords}
        />
      )}
      <Cards {...props} stores={found} isOnly={stores.length === 1} />
    </>
  );
}

interface IStoreFilterProps {
  words: string;
  found: number;
  count: number;
  trans: TranslationBundle;
  onWords: (words: string) => void;
}

function StoreFilter({
  words,
  found,
  count,
  trans,
  onWords
}: IStoreFilterProps): React.JSX.Element {
  const label = trans.__('Filter the stores');
  return (
    <>
      <input
        type="search"
        className="jp-LeapInput"
        spellCheck={false}
        autoComplete="off"
        aria-label={label}
        placeholder={label}
        value={words}
        onChange={event => {
          onWords(event.target.value);
        }}
      />
      <p className="jp-LeapStatus" role="status">
        {words.trim() === ''
          ? ''
          : found === 0
            ? trans.__(
                'No store has “%1” in its name or address.',
                visible(words)
              )
            : trans.__(
                '%1 of %2 stores.',
                formatCount(found),
                formatCount(count)
              )}
      </p>
    </>
  );
}

function Cards({
  page,
  sizes,
  look,
  commands,
  trans,
  isReading,
  isOnly,
  stores
}: IStoresProps & {
  /** The data set has no other. */
  isOnly: boolean;
}): React.JSX.Element {
  const measured = useSnapshot(sizes);
  return (
    <FoldedList
      shown={SHOWN_STORES}
      trans={trans}
      items={stores.map((store, index) => (
        <StoreCard
          key={store.id}
          store={store}
          measured={measured.get(store.id)}
          onMeasure={() => {
            void sizes.measure(page.id, store.id);
          }}
          onCancelMeasuring={() => {
            sizes.cancel(store.id);
          }}
          look={look}
          isOpen={index === 0 || stores.length <= UNFOLDED_STORES}
          isChecking={page.reach.status === 'loading'}
          isOnly={isOnly}
          isReading={isReading}
          commands={commands}
          trans={trans}
        />
      ))}
    />
  );
}
