import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { HubLink, LeapError } from '../../../../contract';
import type { IAskedModel } from '../../../asked-model';
import { CommandButton } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { useSnapshot } from '../../../components/use-snapshot';
import { CommandIDs } from '../../../commands';
import { failureBeside } from '../../../said-failure';
import { HubLinks } from './hub-links';
import { ServerRow } from './server-row';

interface IHubSectionProps {
  servers: IAskedModel<'server/hub-servers'>;
  /** What stands above already. */
  said: LeapError | null;
  links: readonly HubLink[];
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The hub around this server: the user's servers with one action each, and the hub's pages.
 */
export function HubSection({
  servers,
  said,
  links,
  commands,
  trans
}: IHubSectionProps): React.JSX.Element {
  const state = useSnapshot(servers);
  const title = React.useId();
  const listed = state.value;
  const failure = failureBeside(said, state);
  return (
    <section aria-labelledby={title}>
      <div className="jp-LeapServer-head">
        <h4 id={title}>{trans.__('Your servers')}</h4>
        {listed?.mayStart && (
          <CommandButton commands={commands} id={CommandIDs.newServer} />
        )}
      </div>
      {failure && (
        <Failure
          error={failure}
          trans={trans}
          onRetry={() => {
            void servers.load();
          }}
        />
      )}
      {listed?.servers && (
        <ul className="jp-LeapServer-rows">
          {listed.servers.map(server => (
            <ServerRow
              key={server.name}
              server={server}
              mayStart={listed.mayStart}
              mayStop={listed.mayStop}
              commands={commands}
              trans={trans}
            />
          ))}
        </ul>
      )}
      {listed?.reason && <p className="jp-LeapQuiet">{listed.reason}</p>}
      <HubLinks links={links} origin={window.location.origin} trans={trans} />
    </section>
  );
}
