import type { JupyterFrontEnd } from '@jupyterlab/application';
import { StateDB } from '@jupyterlab/statedb';
import { CommandRegistry } from '@lumino/commands';
import { act, screen } from '@testing-library/react';
import { bucketsPlugin } from '../../../../src/lab/panels/buckets/plugin';
import { BUCKETS, page } from '../../../support/buckets/answers';
import { listenToCopies } from '../../../support/lab/clipboard';
import { KeptSidebar } from '../../../support/lab/kept-sidebar';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const PLACE = 'jupyterlab-leap:open-place';

/** The plugin in an application that has nothing but commands, a sidebar and a memory. */
function start(state = new StateDB()) {
  const commands = new CommandRegistry();
  const listed: string[] = [];
  const palette = {
    addItem: ({ command }: { command: string }) => listed.push(command)
  };
  const sidebar = new KeptSidebar();
  const client = new ScriptedClient({
    'buckets/configured': () => BUCKETS,
    'buckets/recognition': () => ({ kinds: [] }),
    'buckets/expiring': () => ({ folders: [] }),
    'buckets/listing': () => [page([], [['a.nc', 1, null]])],
    'buckets/place': () => ({ bucket: 'cmip6', prefix: 'x/', object: null })
  });
  void bucketsPlugin.activate(
    {
      commands,
      restored: new Promise(() => undefined),
      docRegistry: { addWidgetExtension: () => undefined },
      serviceManager: { contents: { addDrive: () => undefined } }
    } as unknown as JupyterFrontEnd,
    client,
    sidebar,
    null,
    palette,
    state,
    null,
    null,
    null
  );
  return {
    commands,
    listed,
    opened: sidebar.opened,
    client,
    show: () => sidebar.show()
  };
}

describe('the plugin of the buckets section', () => {
  it('lists every command, each with words, an icon and described arguments', async () => {
    const { commands, listed } = start();
    expect([...listed].sort()).toEqual(commands.listCommands().sort());
    for (const id of listed) {
      expect(commands.label(id)).not.toBe('');
      expect(commands.caption(id)).not.toBe('');
      expect(commands.icon(id)).toBeTruthy();
      expect((await commands.describedBy(id)).args).toMatchObject({
        type: 'object'
      });
    }
  });

  it('asks the server nothing before it is seen', () => {
    expect(start().client.asked).toEqual([]);
  });

  it('opens the own folder when it is first seen', async () => {
    const { show } = start();
    await show();
    expect(
      screen.getByRole('navigation', { name: 'Path' }).textContent
    ).toContain('ann');
  });

  it('comes back to the place and the order of the last visit', async () => {
    const state = new StateDB();
    await state.save('jupyterlab-leap:buckets', {
      folder: { bucket: 'leap-persistent', prefix: 'ann/runs/' },
      sort: { by: 'bytes', descending: true }
    });
    const { show } = start(state);
    await show();
    expect(
      screen.getByRole('navigation', { name: 'Path' }).textContent
    ).toContain('runs');
    expect(
      screen.getByRole('button', { name: 'Size' }).getAttribute('aria-pressed')
    ).toBe('true');
  });

  it('shows a place that the catalog names', async () => {
    const { commands, opened, show } = start();
    await commands.execute(PLACE, { reference: 'gs://cmip6/x' });
    await show();
    expect(opened).toEqual(['buckets']);
    expect(
      screen.getByRole('navigation', { name: 'Path' }).textContent
    ).toContain('cmip6');
  });

  it.each([
    ['nothing', {}],
    ['a number', { reference: 5 }],
    ['an object', { reference: { toString: 'gs://x' } }],
    ['a text without end', { reference: `gs://b/${'x'.repeat(5000)}` }]
  ])(
    'only opens the section for %s in place of a reference',
    async (_, args) => {
      const { commands, opened, client } = start();
      await commands.execute(PLACE, args);
      expect(opened).toEqual(['buckets']);
      expect(client.asked).toEqual([]);
    }
  );

  it('returns nothing from any command, whatever it is called with', async () => {
    listenToCopies();
    const { commands, listed, show } = start();
    await show();
    const hostile = { reference: 'gs://x', confirm: false, force: true };
    for (const id of listed.filter(one => commands.isEnabled(one))) {
      await act(async () => {
        expect(await commands.execute(id, hostile)).toBeUndefined();
      });
    }
  });
});
