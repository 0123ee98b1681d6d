import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { DaskCluster, LeapError } from '../../../../contract';
import type { IAskedModel } from '../../../asked-model';
import { Button, CommandButton } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Name } from '../../../components/name';
import { useSnapshot } from '../../../components/use-snapshot';
import { CommandIDs } from '../../../commands';
import { failureBeside } from '../../../said-failure';
import { pageAddress } from '../../../web-address';
import { clusterLabel, clusterState } from './dask-words';

interface IDaskSectionProps {
  clusters: IAskedModel<'server/dask-clusters'>;
  /** What stands above already. */
  said: LeapError | null;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The user's Dask clusters; nothing at all where the hub offers none.
 */
export function DaskSection({
  clusters,
  said,
  commands,
  trans
}: IDaskSectionProps): React.JSX.Element | null {
  const state = useSnapshot(clusters);
  const title = React.useId();
  const failure = failureBeside(said, state);
  if (!failure && !state.value?.isOffered) {
    return null;
  }
  return (
    <section aria-labelledby={title}>
      <h4 id={title}>{trans.__('Dask clusters')}</h4>
      {failure && (
        <Failure
          error={failure}
          trans={trans}
          onRetry={() => {
            void clusters.load();
          }}
        />
      )}
      {state.value && (
        <>
          <Clusters
            listed={state.value.clusters}
            commands={commands}
            trans={trans}
          />
          <div className="jp-LeapCard-actions">
            <CommandButton
              commands={commands}
              id={CommandIDs.insertClusterCode}
            />
            <CommandButton
              commands={commands}
              id={CommandIDs.copyClusterCode}
            />
          </div>
        </>
      )}
    </section>
  );
}

function Clusters({
  listed,
  commands,
  trans
}: Pick<IDaskSectionProps, 'commands' | 'trans'> & {
  listed: readonly DaskCluster[];
}): React.JSX.Element {
  return listed.length === 0 ? (
    <p className="jp-LeapQuiet">
      {trans.__('None runs. This code starts one with this server’s image.')}
    </p>
  ) : (
    <ul className="jp-LeapServer-rows">
      {listed.map(cluster => (
        <ClusterRow
          key={cluster.name}
          cluster={cluster}
          commands={commands}
          trans={trans}
        />
      ))}
    </ul>
  );
}

function ClusterRow({
  cluster,
  commands,
  trans
}: {
  cluster: DaskCluster;
  commands: CommandRegistry;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { name, status, dashboard } = cluster;
  const label = clusterLabel(name);
  const { origin } = window.location;
  const url = dashboard === null ? null : pageAddress(dashboard, origin);
  return (
    <li className="jp-LeapServer-row" data-status={status}>
      <span className="jp-LeapServer-what">
        {url === null ? (
          <Name name={label} />
        ) : (
          <a
            href={url.href}
            target="_blank"
            rel="noopener noreferrer"
            title={trans.__('Open the dashboard of %1', name)}
          >
            <Name name={trans.__('%1 dashboard', label)} />
          </a>
        )}
        <span className="jp-LeapQuiet">{clusterState(cluster, trans)}</span>
      </span>
      {status !== 'stopping' && (
        <Button
          label={trans.__('Stop…')}
          name={trans.__('Stop cluster %1…', label)}
          onClick={() => {
            void commands.execute(CommandIDs.stopCluster, { name });
          }}
        />
      )}
    </li>
  );
}
