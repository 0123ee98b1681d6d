import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { ServerDescription, ServerResources } from '../../../contract';
import { Name } from '../../components/name';
import { formatInstant } from '../../format';
import { Usage } from './usage';
import { cpuText, memoryText, serverLabel, stopText } from './words';

interface IThisServerProps {
  server: ServerDescription | undefined;
  resources: ServerResources | undefined;
  /** Processors in use now; null until they have been measured. */
  usedCores: number | null;
  trans: TranslationBundle;
}

/**
 * What this server is, and what it uses of what it may use.
 */
export function ThisServer({
  server,
  resources,
  usedCores,
  trans
}: IThisServerProps): React.JSX.Element {
  const stops = server ? stopText(server, trans) : null;
  return (
    <>
      {server && <Identity server={server} trans={trans} />}
      {resources && (
        <section aria-label={trans.__('What this server uses')}>
          <Usage
            label={trans.__('Memory')}
            text={memoryText(resources.memory, trans)}
            trans={trans}
          />
          <Usage
            label={trans.__('Processors')}
            text={cpuText(resources.cpu, usedCores, trans)}
            trans={trans}
          />
          <Gpus models={server?.gpus ?? []} trans={trans} />
        </section>
      )}
      {stops !== null && <p className="jp-LeapQuiet">{stops}</p>}
    </>
  );
}

function Identity({
  server,
  trans
}: {
  server: ServerDescription;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { onHub, user, name, image, startedAt } = server;
  return (
    <>
      <h3 className="jp-LeapHeadline">
        {name === '' && !onHub ? (
          trans.__('This server')
        ) : (
          <Name name={serverLabel(name, trans)} />
        )}
      </h3>
      <ul className="jp-LeapQuiet jp-LeapServer-facts">
        {[user, image].map(
          fact =>
            fact !== null && (
              <li key={fact}>
                <Name name={fact} />
              </li>
            )
        )}
        {startedAt !== null && (
          <li>
            <time dateTime={startedAt}>
              {trans.__('since %1', formatInstant(startedAt))}
            </time>
          </li>
        )}
      </ul>
      {!onHub && (
        <p className="jp-LeapQuiet">
          {trans.__('It was not started by a hub, so it has no hub pages.')}
        </p>
      )}
    </>
  );
}

function Gpus({
  models,
  trans
}: {
  models: readonly string[];
  trans: TranslationBundle;
}): React.JSX.Element | null {
  return models.length === 0 ? null : (
    <div className="jp-LeapServer-line">
      <span>{trans._n('GPU', 'GPUs', models.length)}</span>
      <strong>
        <Name name={models.join(', ')} />
      </strong>
    </div>
  );
}
