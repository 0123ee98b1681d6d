import { Notification } from '@jupyterlab/apputils';
import { StateDB } from '@jupyterlab/statedb';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { start, box, OPEN } from '../../../support/catalog/started-catalog';

describe('catalogPlugin', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('asks nothing before the section is seen', () => {
    expect(start().client.asked).toEqual([]);
  });

  it('has a label, a caption, an icon and described arguments for every command', async () => {
    const { commands, listed } = start();

    expect(listed).toHaveLength(17);
    for (const id of [...listed, OPEN]) {
      expect(commands.label(id)).not.toBe('');
      expect(commands.caption(id)).not.toBe('');
      expect(commands.icon(id)).toBeTruthy();
      expect((await commands.describedBy(id)).args).toMatchObject({
        type: 'object'
      });
    }
  });

  it('remembers the search and the page over a reload', async () => {
    const memory = new StateDB();
    const first = start({}, { memory });
    await first.show();
    await userEvent.type(box(), 'ra');
    await first.page();
    document.body.replaceChildren();

    const second = start({}, { memory });
    await second.show();
    await act(async () => {});

    expect(screen.getByRole('heading', { name: 'Altimetry' })).toBeTruthy();
    await act(async () => {
      await second.commands.execute('jupyterlab-leap:close-dataset');
    });
    expect(box()).toHaveProperty('value', 'ra');
  });
});
