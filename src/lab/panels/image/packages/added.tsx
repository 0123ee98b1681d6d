import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type {
  AddedPackage,
  AddedPackages,
  LeapError
} from '../../../../contract';
import { CommandButton } from '../../../components/button';
import { CommandIDs } from '../../../commands';
import { formatCount, formatMoment } from '../../../format';
import { visible } from '../../../visible';
import { formName } from './install-command';
import { INSTALL_FORMS } from './install-files';

/** More than a reader takes in at once; the rest is folded away. */
const SHOWN_AT_ONCE = 8;

interface IAddedProps {
  added: AddedPackages | null;
  /** Why that is not known, unless it is said already. */
  failure: LeapError | null;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * What was installed since the server started, with the sentence that it will be gone and the ways to keep it.
 */
export function Added({
  added,
  failure,
  commands,
  trans
}: IAddedProps): React.JSX.Element | null {
  if (!added) {
    return (
      failure && (
        <p className="jp-LeapQuiet">
          {trans.__(
            'What was installed since the server started cannot be told. %1',
            failure.message
          )}
        </p>
      )
    );
  }
  return added.packages.length === 0 ? (
    <p className="jp-LeapQuiet">
      {trans.__('Nothing was installed since the server started.')}
    </p>
  ) : (
    <AddedCard added={added} commands={commands} trans={trans} />
  );
}

function AddedCard({
  added,
  commands,
  trans
}: Pick<IAddedProps, 'commands' | 'trans'> & {
  added: AddedPackages;
}): React.JSX.Element {
  const { packages, since } = added;
  const comparison = comparisonText(added, trans);
  return (
    <section
      className="jp-LeapCard jp-mod-warning"
      aria-label={trans.__('Added packages')}
    >
      <strong>
        {trans._n(
          '⚠ %1 package will be gone when this server stops',
          '⚠ %1 packages will be gone when this server stops',
          packages.length,
          formatCount(packages.length)
        )}
      </strong>
      <p className="jp-LeapQuiet">
        {trans.__('Installed since %1:', formatMoment(since, Date.now()))}
      </p>
      <Names packages={packages} trans={trans} />
      <p className="jp-LeapQuiet">{trans.__('Copy what brings them back:')}</p>
      <div className="jp-LeapCard-actions">
        {INSTALL_FORMS.map(form => (
          <CommandButton
            key={form}
            commands={commands}
            id={CommandIDs.copyAddedAs}
            args={{ form }}
            shortLabel={formName(form, trans)}
          />
        ))}
      </div>
      <div className="jp-LeapCard-actions">
        <CommandButton
          commands={commands}
          id={CommandIDs.createRepositoryFiles}
        />
      </div>
      {comparison !== null && (
        <p className="jp-LeapQuiet jp-LeapImage-compared">{comparison}</p>
      )}
    </section>
  );
}

function Names({ packages, trans }: INamesProps): React.JSX.Element {
  const rest = packages.slice(SHOWN_AT_ONCE);
  return (
    <>
      <List packages={packages.slice(0, SHOWN_AT_ONCE)} trans={trans} />
      {rest.length > 0 && (
        <details className="jp-LeapDisclosure">
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

interface INamesProps {
  packages: readonly AddedPackage[];
  trans: TranslationBundle;
}

function List({ packages, trans }: INamesProps): React.JSX.Element {
  return (
    <ul className="jp-LeapImage-added">
      {packages.map(({ name, version, before }) => (
        <li key={name}>
          <strong>{visible(name)}</strong>{' '}
          {before === null
            ? visible(version)
            : trans.__('%1, was %2', visible(version), visible(before))}
        </li>
      ))}
    </ul>
  );
}

/** Where there is no published list: with what it was compared instead. */
function comparisonText(
  added: AddedPackages,
  trans: TranslationBundle
): string | null {
  return added.comparedWith === 'list'
    ? null
    : trans.__(
        'Compared with what was there at %1. %2',
        formatMoment(added.comparedAt, Date.now()),
        added.problem ?? trans.__('No list of packages is published.')
      );
}
