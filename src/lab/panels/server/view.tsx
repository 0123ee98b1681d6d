import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { ServerDescription, ServerResources } from '../../../contract';
import { CommandButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { Name } from '../../components/name';
import { useSnapshot } from '../../components/use-snapshot';
import { CommandIDs } from '../../commands';
import { formatInstant } from '../../format';
import { HubLinks } from './hub-links';
import type { IServerModel } from './model';
import { Usage } from './usage';
import { cpuText, memoryText } from './words';

interface IServerViewProps {
  model: IServerModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The body of the server section: what this server is, what it uses, and the hub around it.
 */
export function ServerView({
  model,
  commands,
  trans
}: IServerViewProps): React.JSX.Element {
  const { description, resources, usedCores } = useSnapshot(model);
  const failed = [description, resources].find(
    each => each.status === 'failed'
  );
  const isWaiting = !failed && !description.value && !resources.value;
  return (
    <div className="jp-LeapServer" aria-busy={description.status === 'loading'}>
      {failed?.status === 'failed' && (
        <Failure
          error={failed.error}
          trans={trans}
          onRetry={() => {
            void model.load();
          }}
        />
      )}
      {isWaiting && (
        <div className="jp-LeapSkeleton" role="status">
          {trans.__('Reading what this server is…')}
        </div>
      )}
      {description.value && (
        <Identity server={description.value} trans={trans} />
      )}
      {resources.value && (
        <Resources
          resources={resources.value}
          usedCores={usedCores}
          gpus={description.value?.gpus ?? []}
          trans={trans}
        />
      )}
      {description.value && (
        <HubLinks
          links={description.value.links}
          origin={window.location.origin}
          trans={trans}
        />
      )}
      <section aria-label={trans.__('Access from outside')}>
        <h4>{trans.__('Access from outside')}</h4>
        <p className="jp-LeapQuiet">
          {trans.__('Reach the buckets from your own computer or a program.')}
        </p>
        <div className="jp-LeapCard-actions">
          <CommandButton
            commands={commands}
            id={CommandIDs.getTemporaryAccess}
          />
          <CommandButton commands={commands} id={CommandIDs.askLastingAccess} />
        </div>
      </section>
    </div>
  );
}

function Identity({
  server,
  trans
}: {
  server: ServerDescription;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { onHub, user, name, image, startedAt, stopsBy } = server;
  return (
    <>
      <h3 className="jp-LeapHeadline">
        {name === '' ? (
          onHub ? (
            trans.__('Your default server')
          ) : (
            trans.__('This server')
          )
        ) : (
          <Name name={name} />
        )}
      </h3>
      <p className="jp-LeapQuiet jp-LeapServer-facts">
        {user !== null && <Name name={user} />}
        {image !== null && <Name name={image} />}
        {startedAt !== null && (
          <time dateTime={startedAt}>
            {trans.__('since %1', formatInstant(startedAt))}
          </time>
        )}
      </p>
      {stopsBy !== null && (
        <p className="jp-LeapQuiet">
          {trans.__(
            'The hub stops it on %1 at the latest, and kernels that are idle earlier. Files in your home stay.',
            formatInstant(stopsBy)
          )}
        </p>
      )}
      {!onHub && (
        <p className="jp-LeapQuiet">
          {trans.__('It was not started by a hub, so it has no hub pages.')}
        </p>
      )}
    </>
  );
}

function Resources({
  resources,
  usedCores,
  gpus,
  trans
}: {
  resources: ServerResources;
  usedCores: number | null;
  gpus: readonly string[];
  trans: TranslationBundle;
}): React.JSX.Element {
  const { memory, cpu } = resources;
  return (
    <section aria-label={trans.__('What this server uses')}>
      <Usage
        label={trans.__('Memory')}
        text={memoryText(memory, trans)}
        trans={trans}
      />
      <Usage
        label={trans.__('Processors')}
        text={cpuText(cpu, usedCores, trans)}
        trans={trans}
      />
      {gpus.length > 0 && (
        <div className="jp-LeapServer-line">
          <span>{trans._n('GPU', 'GPUs', gpus.length)}</span>
          <strong>
            <Name name={gpus.join(', ')} />
          </strong>
        </div>
      )}
    </section>
  );
}
