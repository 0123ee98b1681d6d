import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { IStatusBar } from '@jupyterlab/statusbar';
import { nullTranslator } from '@jupyterlab/translation';
import { DisposableDelegate } from '@lumino/disposable';
import type { Poll } from '@lumino/polling';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import { act, screen, waitFor } from '@testing-library/react';
import { ElsewhereModel } from '../../../../src/lab/panels/image/notebooks/elsewhere';
import { runInBackground } from '../../../../src/lab/panels/image/in-background';
import { ImageModel } from '../../../../src/lab/panels/image/model';
import { ImageSettings } from '../../../../src/lab/panels/image/settings';
import {
  added,
  image,
  NO_IMAGE,
  otherImage
} from '../../../support/image/answers';
import { OpenNotebook, trackerOf } from '../../../support/lab/open-notebook';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');
const polls: Poll[] = [];

interface ILabOptions {
  found?: () => unknown;
  spec?: unknown;
  chosen?: Readonly<Record<string, unknown>>;
  notebook?: OpenNotebook;
}

/** JupyterLab with a status bar, restored. */
async function lab(options: ILabOptions = {}) {
  const { found = () => added(), spec = image(), chosen = {} } = options;
  const client = new ScriptedClient({
    'image/added': found,
    'image/spec': () => spec,
    'image/other': () => otherImage()
  });
  const registry: unknown = {
    load: () =>
      Promise.resolve({
        changed: new Signal<object, void>({}),
        get: (name: string) => ({ composite: chosen[name] })
      })
  };
  const settings = new ImageSettings(registry as ISettingRegistry);
  const model = new ImageModel(client);
  const opened: string[] = [];
  let item: IStatusBar.IItem | undefined;
  const statusBar: IStatusBar = {
    registerStatusItem: (_, given) => {
      item = given;
      return new DisposableDelegate(() => undefined);
    }
  };
  const tracker = trackerOf(...(options.notebook ? [options.notebook] : []));
  polls.push(
    runInBackground({
      app: {
        restored: Promise.resolve(),
        serviceManager: { serverSettings: { baseUrl: 'http://hub/' } }
      } as unknown as JupyterFrontEnd,
      model,
      elsewhere: new ElsewhereModel(client, model, tracker),
      settings,
      statusBar,
      trans,
      open: () => opened.push('image')
    })
  );
  await act(async () => {
    if (item) {
      Widget.attach(item.item, document.body);
    }
    await settings.ready;
  });
  await waitFor(() => {
    expect(polls.at(-1)?.state.phase).toBe('resolved');
  });
  return { model, opened, client, isShown: () => item?.isActive?.() };
}

function told(): string[] {
  return Notification.manager.notifications.map(({ message }) => message);
}

describe('In the background', () => {
  afterEach(() => {
    polls.splice(0).forEach(poll => {
      poll.dispose();
    });
    Notification.dismiss();
    window.localStorage.clear();
    document.body.replaceChildren();
  });

  it('tells once of all packages that were added', async () => {
    const { model, opened } = await lab({
      found: () => added(['pip cmocean 4.1', 'pip gsw 3.6'])
    });
    await model.refreshAdded();

    expect(told()).toEqual([
      '2 packages were installed and will be gone when this server stops.'
    ]);
    Notification.manager.notifications[0]?.options.actions?.[0]?.callback(
      new MouseEvent('click')
    );
    expect(opened).toEqual(['image']);
  });

  it('tells nothing where nothing was added', async () => {
    await lab();

    expect(told()).toEqual([]);
  });

  it('tells nothing again after the page is loaded again, a second astray', async () => {
    await lab({ found: () => added(['pip gsw 3.6']) });
    Notification.dismiss();
    await lab({
      found: () => added(['pip gsw 3.6'], { since: '2026-11-23T09:12:01.000Z' })
    });

    expect(told()).toEqual([]);
  });

  it('tells again when more come, and in the next server', async () => {
    await lab({ found: () => added(['pip gsw 3.6']) });
    await lab({ found: () => added(['pip gsw 3.6', 'pip cmocean 4.1']) });
    await lab({
      found: () => added(['pip gsw 3.6'], { since: '2026-11-24T09:12:00.000Z' })
    });

    expect(told()).toHaveLength(3);
  });

  it('neither looks nor tells where that is not wanted', async () => {
    const { client } = await lab({
      found: () => added(['pip gsw 3.6']),
      chosen: { tellAdded: false }
    });

    expect(told()).toEqual([]);
    expect(client.asked.map(({ route }) => route)).not.toContain('image/added');
  });

  it('shows the tag in the status bar and says of what it is; a click opens the section', async () => {
    const { opened, isShown } = await lab();

    screen.getByRole('button', { name: 'Image: 2026.06.04' }).click();

    expect(isShown()).toBe(true);
    expect(opened).toEqual(['image']);
  });

  it('marks the tag while the active notebook was made elsewhere', async () => {
    const notebook = new OpenNotebook([]);
    notebook.model.setMetadata('jupyterlab_leap', { image: 'pangeo/x:1' });
    await lab({ notebook });

    expect(screen.getByLabelText('Made elsewhere').textContent).toBe('≠');
    expect(screen.getByRole('button').title).toContain('was made with x:1');
    expect(screen.getByRole('button').textContent).toBe(
      '≠made with x:1; this is pangeo-notebook:2026.06.04'
    );
  });

  it('leaves the status bar alone where that is wanted, and without an image', async () => {
    const off = await lab({ chosen: { statusItem: false } });
    expect(off.isShown()).toBe(false);
    expect(off.client.asked.map(({ route }) => route)).not.toContain(
      'image/spec'
    );

    await lab({ spec: NO_IMAGE });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
