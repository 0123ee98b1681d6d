import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import { CommandButton } from '../../../components/button';
import { Name } from '../../../components/name';
import { PageLink } from '../../../components/page-link';
import { useSnapshot } from '../../../components/use-snapshot';
import { CommandIDs } from '../../../commands';
import type { ElsewhereModel } from './elsewhere';
import { madeWith } from './elsewhere-words';

interface IElsewhereCardProps {
  model: ElsewhereModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * Where the active notebook was made, when that was elsewhere, and the ways there.
 */
export function ElsewhereCard({
  model,
  commands,
  trans
}: IElsewhereCardProps): React.JSX.Element {
  const found = useSnapshot(model);
  const card = React.useRef<HTMLElement>(null);
  const notebook = found?.notebook;
  React.useEffect(() => {
    // A low section would hide what is news; what is in view already stays where it is.
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [notebook]);
  return (
    <div role="status">
      {found && (
        <section
          ref={card}
          className="jp-LeapCard"
          aria-label={trans.__('Made elsewhere')}
        >
          <strong>
            <Name name={found.notebook} />
          </strong>
          <p className="jp-LeapQuiet">
            {madeWith(found.kept.image, found.here.spec, trans)}
          </p>
          <div className="jp-LeapCard-actions">
            <CommandButton commands={commands} id={CommandIDs.copyMadeWith} />
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
