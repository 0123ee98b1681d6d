import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import { CommandButton } from '../../components/button';
import { PageLink } from '../../components/page-link';
import { useSnapshot } from '../../components/use-snapshot';
import { CommandIDs } from '../../commands';
import { visible } from '../../visible';
import type { ElsewhereModel } from './elsewhere';
import { shortSpec } from './short-spec';

interface IElsewhereLineProps {
  model: ElsewhereModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * Where the active notebook was made, when that was elsewhere, and the ways there.
 */
export function ElsewhereLine({
  model,
  commands,
  trans
}: IElsewhereLineProps): React.JSX.Element {
  const found = useSnapshot(model);
  return (
    <div role="status">
      {found && (
        <section
          className="jp-LeapCard jp-LeapImage-elsewhere"
          aria-label={trans.__('Made elsewhere')}
        >
          <p>
            {madeWith(found.notebook, found.kept.image, found.here.spec, trans)}
          </p>
          <div className="jp-LeapCard-actions">
            <CommandButton
              commands={commands}
              id={CommandIDs.copyMadeWith}
              primary
            />
            <CommandButton
              commands={commands}
              id={CommandIDs.compareImage}
              args={{ image: found.kept.image }}
            />
          </div>
          {found.other?.spawnUrl && (
            <p>
              <PageLink
                address={found.other.spawnUrl}
                text={trans.__('Start a server with that image')}
                trans={trans}
              />
            </p>
          )}
        </section>
      )}
    </div>
  );
}

/**
 * The one sentence that says where a notebook was made.
 */
export function madeWith(
  notebook: string,
  image: string,
  here: string | null,
  trans: TranslationBundle
): string {
  const made = visible(shortSpec(image));
  return here === null
    ? trans.__(
        '%1 was made with %2; this server did not say which image it runs.',
        visible(notebook),
        made
      )
    : trans.__(
        '%1 was made with %2; this is %3.',
        visible(notebook),
        made,
        visible(shortSpec(here))
      );
}
