import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import * as React from 'react';
import { LeapError, type HubServers } from '../../../../contract';
import { PageLink } from '../../../components/page-link';
import { nameProblem } from './server-name';
import { spawnAddress } from './spawn-address';

/**
 * Ask for the name of a new server.
 *
 * @returns Null: none is wanted.
 * @throws LeapError `bad-request` when it cannot have this name.
 */
export async function askServerName(
  { servers, spawnPage }: HubServers,
  trans: TranslationBundle
): Promise<string | null> {
  const taken = servers?.map(({ name }) => name) ?? [];
  const body = new NameBody(taken, spawnPage, trans);
  const { button, value } = await new Dialog({
    title: trans.__('New Server'),
    body,
    buttons: [
      Dialog.cancelButton(),
      Dialog.okButton({ label: trans.__('Start') })
    ],
    focusNodeSelector: '.jp-LeapServer-dialog input'
  }).launch();
  if (!button.accept) {
    return null;
  }
  const name = value ?? '';
  const problem = nameProblem(name, taken, trans);
  if (problem !== null) {
    throw new LeapError('bad-request', problem);
  }
  return name;
}

/**
 * A name, what is wrong with it, and the page that offers more choices.
 */
class NameBody extends ReactWidget {
  constructor(
    private readonly _taken: readonly string[],
    private readonly _spawnPage: string | null,
    private readonly _trans: TranslationBundle
  ) {
    super();
  }

  /** What the dialog hands back. */
  getValue(): string {
    return this._name;
  }

  protected override render(): React.JSX.Element {
    return (
      <NameForm
        taken={this._taken}
        spawnPage={this._spawnPage}
        onName={name => {
          this._name = name;
        }}
        trans={this._trans}
      />
    );
  }

  private _name = '';
}

interface INameFormProps {
  taken: readonly string[];
  spawnPage: string | null;
  onName: (name: string) => void;
  trans: TranslationBundle;
}

function NameForm({
  taken,
  spawnPage,
  onName,
  trans
}: INameFormProps): React.JSX.Element {
  const id = React.useId();
  const [name, setName] = React.useState('');
  const problem = nameProblem(name, taken, trans);
  return (
    <div className="jp-LeapServer-dialog">
      <label htmlFor={id}>{trans.__('Name')}</label>
      <input
        id={id}
        className="jp-LeapInput"
        spellCheck={false}
        autoComplete="off"
        maxLength={63}
        value={name}
        aria-describedby={`${id}-problem`}
        aria-invalid={name !== '' && problem !== null}
        onChange={event => {
          setName(event.target.value);
          onName(event.target.value);
        }}
      />
      <p id={`${id}-problem`} className="jp-LeapQuiet" role="status">
        {problem ??
          trans.__(
            'It starts with the hub’s usual image and size, and has the same home as your other servers.'
          )}
      </p>
      {spawnPage !== null && problem === null && (
        <p>
          <PageLink
            address={spawnAddress(spawnPage, name)}
            text={trans.__('Choose its image and size on the hub’s page')}
            trans={trans}
          />
        </p>
      )}
    </div>
  );
}
