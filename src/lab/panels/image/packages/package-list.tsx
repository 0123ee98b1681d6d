import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type {
  ImagePackages,
  InstalledPackage,
  LeapError
} from '../../../../contract';
import { Failure } from '../../../components/failure';
import { Name } from '../../../components/name';
import { VirtualList } from '../../../components/virtual-list';
import { WebLink } from '../../../components/web-link';
import { formatCount } from '../../../format';
import type { Loadable } from '../../../loadable';
import { visible } from '../../../visible';
import { searchPackages } from './package-search';

interface IPackageListProps {
  packages: Loadable<ImagePackages>;
  /** Why they are not known, unless it is said already. */
  failure: LeapError | null;
  /** The published list of this image; null when there is none. */
  listAddress: string | null;
  trans: TranslationBundle;
  onRetry: () => void;
}

/**
 * Everything that is installed, folded away, with a box that narrows it down.
 */
export function PackageList({
  packages,
  failure,
  listAddress,
  trans,
  onRetry
}: IPackageListProps): React.JSX.Element {
  const { value } = packages;
  return (
    <section
      aria-label={trans.__('Packages')}
      aria-busy={packages.status === 'loading'}
    >
      {failure && <Failure error={failure} trans={trans} onRetry={onRetry} />}
      {value ? (
        <All packages={value} listAddress={listAddress} trans={trans} />
      ) : (
        packages.status !== 'failed' && (
          <p className="jp-LeapSkeleton" role="status">
            {trans.__('Reading the installed packages…')}
          </p>
        )
      )}
    </section>
  );
}

function All({
  packages: { packages, unreadableCount },
  listAddress,
  trans
}: Pick<IPackageListProps, 'listAddress' | 'trans'> & {
  packages: ImagePackages;
}): React.JSX.Element {
  const [isOpen, setOpen] = React.useState(false);
  return (
    <details
      className="jp-LeapDisclosure"
      onToggle={event => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {trans._n(
          'The %1 installed package',
          'All %1 installed packages',
          packages.length,
          formatCount(packages.length)
        )}
      </summary>
      {unreadableCount > 0 && (
        <p className="jp-LeapQuiet">
          {trans._n(
            '%1 record could not be read and is not counted.',
            '%1 records could not be read and are not counted.',
            unreadableCount,
            formatCount(unreadableCount)
          )}
        </p>
      )}
      {isOpen && <Search packages={packages} trans={trans} />}
      {listAddress !== null && (
        <p>
          <WebLink
            address={listAddress}
            text={trans.__('The published list of this tag')}
            trans={trans}
          />
        </p>
      )}
    </details>
  );
}

interface ISearchProps {
  packages: readonly InstalledPackage[];
  trans: TranslationBundle;
}

function Search({ packages, trans }: ISearchProps): React.JSX.Element {
  const [typed, setTyped] = React.useState('');
  const found = React.useMemo(
    () => searchPackages(packages, typed),
    [packages, typed]
  );
  return (
    <>
      <input
        type="search"
        className="jp-LeapInput"
        spellCheck={false}
        aria-label={trans.__('Package name')}
        placeholder={trans.__('Package name')}
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
        }}
      />
      <p className="jp-LeapQuiet" role="status">
        {typed.trim() !== '' &&
          trans._n(
            '%1 package matches.',
            '%1 packages match.',
            found.length,
            formatCount(found.length)
          )}
      </p>
      <VirtualList
        items={found}
        label={trans.__('Installed packages')}
        keyOf={({ name, inHome }) => `${name} ${String(inHome)}`}
        row={each => <Row installed={each} trans={trans} />}
      />
    </>
  );
}

function Row({
  installed: { name, version, inHome },
  trans
}: {
  installed: InstalledPackage;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <>
      <Name name={name} />
      <span className="jp-mod-quiet">
        {inHome
          ? trans.__('%1 in your home', visible(version))
          : visible(version)}
      </span>
    </>
  );
}
