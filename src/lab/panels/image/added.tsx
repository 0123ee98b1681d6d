import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { AddedPackage, AddedPackages } from '../../../contract';
import { CommandButton } from '../../components/button';
import { CommandIDs } from '../../commands';
import { formatCount, formatInstant } from '../../format';
import type { Loadable } from '../../loadable';
import { visible } from '../../visible';
import { INSTALL_FORMS } from './install-files';

/** More than a reader takes in at once; the rest is folded away. */
const SHOWN_AT_ONCE = 8;

interface IAddedProps {
  added: Loadable<AddedPackages>;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * What was installed since the server started, with the sentence that it will be gone and the ways to keep it.
 */
export function Added({
  added,
  commands,
  trans
}: IAddedProps): React.JSX.Element | null {
  const { value } = added;
  if (added.status === 'failed' && !value) {
    return (
      <p className="jp-LeapQuiet">
        {trans.__(
          'What was installed since the server started cannot be told. %1',
          added.error.message
        )}
      </p>
    );
  }
  if (!value) {
    return null;
  }
  const installedCount = value.packages.length;
  if (installedCount === 0) {
    return (
      <p className="jp-LeapQuiet">
        {trans.__('Nothing was installed since the server started.')}
      </p>
    );
  }
  return (
    <section
      className="jp-LeapCard jp-mod-warning"
      aria-label={trans.__('Added packages')}
    >
      <strong>
        {trans._n(
          '⚠ %1 package will be gone when this server stops',
          '⚠ %1 packages will be gone when this server stops',
          installedCount,
          formatCount(installedCount)
        )}
      </strong>
      <Names packages={value.packages} trans={trans} />
      <p className="jp-LeapQuiet">{comparison(value, trans)}</p>
      <div className="jp-LeapCard-actions">
        {INSTALL_FORMS.map(form => (
          <CommandButton
            key={form}
            commands={commands}
            id={CommandIDs.copyAddedAs}
            args={{ form }}
          />
        ))}
        <CommandButton
          commands={commands}
          id={CommandIDs.createRepositoryFiles}
        />
      </div>
    </section>
  );
}

function Names({
  packages,
  trans
}: {
  packages: readonly AddedPackage[];
  trans: TranslationBundle;
}): React.JSX.Element {
  const rest = packages.slice(SHOWN_AT_ONCE);
  return (
    <>
      <List packages={packages.slice(0, SHOWN_AT_ONCE)} trans={trans} />
      {rest.length > 0 && (
        <details className="jp-LeapImage-forms">
          <summary>
            {trans._n(
              '%1 more',
              '%1 more',
              rest.length,
              formatCount(rest.length)
            )}
          </summary>
          <List packages={rest} trans={trans} />
        </details>
      )}
    </>
  );
}

function List({
  packages,
  trans
}: {
  packages: readonly AddedPackage[];
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <ul className="jp-LeapImage-packages">
      {packages.map(({ name, version, before }) => (
        <li key={name}>
          {visible(name)}{' '}
          <span className="jp-mod-quiet">
            {before === null
              ? visible(version)
              : trans.__('%1, was %2', visible(version), visible(before))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function comparison(added: AddedPackages, trans: TranslationBundle): string {
  const since = formatInstant(added.since);
  return added.comparedWith === 'list'
    ? trans.__(
        'Installed since %1; compared with the published list of this tag.',
        since
      )
    : trans.__(
        'Installed since %1; compared with what was there on %2, without the published list: %3',
        since,
        formatInstant(added.comparedAt),
        added.problem ?? trans.__('there is none.')
      );
}
