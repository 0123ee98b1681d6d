import { Dialog, ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HubServer } from '../../../../contract';
import { Name } from '../../../components/name';
import { serverLabel } from '../words';

/** How many open notebooks are named. */
const NAMED = 8;

/**
 * What somebody wants who stops a server.
 */
export interface IStopChoice {
  /** Whether the hub forgets the server's name too. */
  readonly forget: boolean;
}

/**
 * Say what is lost when a server stops, and ask. The safe button has the focus.
 *
 * @param running - Notebooks and consoles that run on it, where this page knows.
 * @returns Null: it goes on running.
 */
export async function confirmStop(
  server: HubServer,
  running: readonly string[],
  trans: TranslationBundle
): Promise<IStopChoice | null> {
  const choice = { forget: false };
  const dialog = new Dialog({
    title: trans.__('Stop %1?', serverLabel(server.name, trans)),
    body: ReactWidget.create(
      <Losses
        server={server}
        running={running}
        onForget={forget => {
          choice.forget = forget;
        }}
        trans={trans}
      />
    ),
    buttons: [
      Dialog.cancelButton(),
      Dialog.warnButton({ label: trans.__('Stop') })
    ],
    defaultButton: 0
  });
  dialog.addClass('jp-LeapDialog');
  const { button } = await dialog.launch();
  return button.accept ? choice : null;
}

interface ILossesProps {
  server: HubServer;
  running: readonly string[];
  onForget: (forget: boolean) => void;
  trans: TranslationBundle;
}

function Losses({
  server,
  running,
  onForget,
  trans
}: ILossesProps): React.JSX.Element {
  const { name, isThis } = server;
  return (
    <div className="jp-LeapServer-dialog">
      {isThis && (
        <p>
          <strong>
            {trans.__(
              'It is the server of this page, which stops working too.'
            )}
          </strong>
        </p>
      )}
      <p>{trans.__('Lost for good:')}</p>
      <ul>
        <li>
          {trans.__('what kernels and terminals on it have in memory')}
          <Running names={running} trans={trans} />
        </li>
        <li>{trans.__('packages that were installed since it started')}</li>
        <li>{trans.__('files outside of your home, as in /tmp')}</li>
      </ul>
      <p>{trans.__('Your home and your buckets stay as they are.')}</p>
      {name !== '' && (
        <label>
          <input
            type="checkbox"
            onChange={event => {
              onForget(event.target.checked);
            }}
          />{' '}
          {trans.__('Also take its name off the list, with its choices')}
        </label>
      )}
    </div>
  );
}

function Running({
  names,
  trans
}: {
  names: readonly string[];
  trans: TranslationBundle;
}): React.JSX.Element | null {
  const rest = names.length - NAMED;
  return names.length === 0 ? null : (
    <ul aria-label={trans.__('Running')}>
      {names.slice(0, NAMED).map((name, index) => (
        <li key={index}>
          <Name name={name} />
        </li>
      ))}
      {rest > 0 && <li>{trans._n('and %1 more', 'and %1 more', rest)}</li>}
    </ul>
  );
}
