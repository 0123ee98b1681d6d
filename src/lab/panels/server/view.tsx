import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { IAskedModel } from '../../asked-model';
import { CommandButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { useSnapshot } from '../../components/use-snapshot';
import { failureIn } from '../../said-failure';
import { CommandIDs } from '../../commands';
import { DaskSection } from './dask/dask-section';
import { HubLinks } from './hub/hub-links';
import { HubSection } from './hub/hub-section';
import type { IServerModel } from './model';
import { ThisServer } from './this-server';

interface IServerViewProps {
  model: IServerModel;
  servers: IAskedModel<'server/hub-servers'>;
  clusters: IAskedModel<'server/dask-clusters'>;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The body of the server section: this server, the hub around it, its Dask clusters, and the way in from outside.
 */
export function ServerView({
  model,
  servers,
  clusters,
  commands,
  trans
}: IServerViewProps): React.JSX.Element {
  const { description, resources, usedCores } = useSnapshot(model);
  const said = failureIn(description) ?? failureIn(resources);
  const isWaiting = !said && !description.value && !resources.value;
  const common = { said, commands, trans };
  const links = description.value?.links ?? [];
  return (
    <div className="jp-LeapServer" aria-busy={description.status === 'loading'}>
      {said && (
        <Failure
          error={said}
          trans={trans}
          onRetry={() => {
            for (const each of [model, servers, clusters]) {
              void each.load();
            }
          }}
        />
      )}
      {isWaiting && (
        <div className="jp-LeapSkeleton" role="status">
          {trans.__('Reading what this server is…')}
        </div>
      )}
      <ThisServer
        server={description.value}
        resources={resources.value}
        usedCores={usedCores}
        trans={trans}
      />
      {description.value?.onHub ? (
        <HubSection servers={servers} links={links} {...common} />
      ) : (
        <HubLinks links={links} origin={window.location.origin} trans={trans} />
      )}
      <DaskSection clusters={clusters} {...common} />
      <Access commands={commands} trans={trans} />
    </div>
  );
}

function Access({
  commands,
  trans
}: Pick<IServerViewProps, 'commands' | 'trans'>): React.JSX.Element {
  return (
    <section aria-label={trans.__('Access from outside')}>
      <h4>{trans.__('Access from outside')}</h4>
      <p className="jp-LeapQuiet">
        {trans.__('Reach the buckets from your own computer or a program.')}
      </p>
      <div className="jp-LeapCard-actions">
        <CommandButton commands={commands} id={CommandIDs.getTemporaryAccess} />
        <CommandButton commands={commands} id={CommandIDs.askLastingAccess} />
      </div>
    </section>
  );
}
