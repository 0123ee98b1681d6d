import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { InstalledPackage } from '../../../contract';
import { Name } from '../../components/name';
import { VirtualList } from '../../components/virtual-list';
import { formatCount } from '../../format';
import { visible } from '../../visible';
import { searchPackages } from './package-search';

interface IPackageListProps {
  packages: readonly InstalledPackage[];
  trans: TranslationBundle;
}

/**
 * Everything that is installed, folded away, with a box that narrows it down.
 */
export function PackageList({
  packages,
  trans
}: IPackageListProps): React.JSX.Element {
  const [isOpen, setOpen] = React.useState(false);
  return (
    <details
      className="jp-LeapImage-forms"
      onToggle={event => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{trans.__('Search all packages')}</summary>
      {isOpen && <Search packages={packages} trans={trans} />}
    </details>
  );
}

function Search({ packages, trans }: IPackageListProps): React.JSX.Element {
  const [typed, setTyped] = React.useState('');
  const found = React.useMemo(
    () => searchPackages(packages, typed),
    [packages, typed]
  );
  return (
    <>
      <input
        type="search"
        className="jp-LeapImage-filter"
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
