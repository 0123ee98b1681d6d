import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { ImagePackages } from '../../../contract';
import { Failure } from '../../components/failure';
import { formatCount } from '../../format';
import type { Loadable } from '../../loadable';
import { visible } from '../../visible';
import { keyPackages } from './key-packages';
import { PackageList } from './package-list';

interface IPackagesProps {
  packages: Loadable<ImagePackages>;
  trans: TranslationBundle;
  onRetry: () => void;
}

/**
 * The versions of the packages that matter most, read apart from the image.
 */
export function Packages({
  packages,
  trans,
  onRetry
}: IPackagesProps): React.JSX.Element {
  const { value } = packages;
  return (
    <section
      aria-label={trans.__('Key packages')}
      aria-busy={packages.status === 'loading'}
    >
      {packages.status === 'failed' && (
        <Failure error={packages.error} trans={trans} onRetry={onRetry} />
      )}
      {value ? (
        <Key packages={value} trans={trans} />
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

function Key({
  packages,
  trans
}: {
  packages: ImagePackages;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { unreadableCount } = packages;
  const installedCount = packages.packages.length;
  return (
    <>
      <ul className="jp-LeapImage-packages">
        {keyPackages(packages.packages).map(({ name, version }) => (
          <li key={name}>
            {name} <span className="jp-mod-quiet">{visible(version)}</span>
          </li>
        ))}
      </ul>
      <p className="jp-LeapQuiet">
        {trans._n(
          '%1 package is installed.',
          '%1 packages are installed.',
          installedCount,
          formatCount(installedCount)
        )}{' '}
        {unreadableCount > 0 &&
          trans._n(
            '%1 record could not be read and is not counted.',
            '%1 records could not be read and are not counted.',
            unreadableCount,
            formatCount(unreadableCount)
          )}
      </p>
      <PackageList packages={packages.packages} trans={trans} />
    </>
  );
}
