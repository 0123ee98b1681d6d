import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { HubServer } from '../../../../contract';
import { Button } from '../../../components/button';
import { Name } from '../../../components/name';
import { CommandIDs } from '../../../commands';
import { pageAddress } from '../../../web-address';
import { serverLabel, serverState } from '../words';

interface IServerRowProps {
  server: HubServer;
  mayStart: boolean;
  mayStop: boolean;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * One of the user's servers: its name, its state in words, and the one thing that can be done with it.
 */
export function ServerRow({
  server,
  mayStart,
  mayStop,
  commands,
  trans
}: IServerRowProps): React.JSX.Element {
  const { name, status, isThis, address } = server;
  const label = serverLabel(name, trans);
  const { origin } = window.location;
  const url = address === null ? null : pageAddress(address, origin);
  const isLink = url !== null && status === 'running' && !isThis;
  const run = (id: string): void => {
    void commands.execute(id, { name });
  };
  return (
    <li className="jp-LeapServer-row" data-status={status}>
      <span className="jp-LeapServer-what">
        {isLink ? (
          <a href={url.href} target="_blank" rel="noopener noreferrer">
            <Name name={label} />
          </a>
        ) : (
          <Name name={label} />
        )}
        <span className="jp-LeapQuiet">{serverState(server, trans)}</span>
      </span>
      {mayStop && (status === 'running' || status === 'starting') && (
        <Button
          label={trans.__('Stop…')}
          name={trans.__('Stop %1…', label)}
          onClick={() => {
            run(CommandIDs.stopServer);
          }}
        />
      )}
      {mayStart && status === 'stopped' && (
        <Button
          label={trans.__('Start…')}
          name={trans.__('Start %1…', label)}
          onClick={() => {
            run(CommandIDs.startServer);
          }}
        />
      )}
    </li>
  );
}
