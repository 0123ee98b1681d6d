import { Notification } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import { LeapError } from '../../../../../src/contract';
import { keepWithWork } from '../../../../../src/lab/panels/image/notebooks/keeper';
import { ImageModel } from '../../../../../src/lab/panels/image/model';
import { ImageSettings } from '../../../../../src/lab/panels/image/settings';
import { image, NO_IMAGE } from '../../../../support/image/answers';
import { OpenNotebook, trackerOf } from '../../../../support/lab/open-notebook';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

const KEPT = {
  image: 'pangeo/pangeo-notebook:2026.06.04',
  serverStartedAt: '2026-11-23T09:12:00.000Z',
  python: '3.12.11'
};

/** A setting registry that holds one value, as a user's settings file does. */
function registryWith(keepImage: unknown) {
  const written: unknown[] = [];
  const changed = new Signal<object, void>({});
  const settings = {
    changed,
    get: () => ({ composite: keepImage, user: keepImage }),
    set: async (_name: string, value: unknown) => {
      written.push(value);
    }
  };
  const registry: unknown = { load: () => Promise.resolve(settings) };
  return { registry: registry as ISettingRegistry, written };
}

/** JupyterLab with one notebook open, its settings read and its image known. */
async function lab(
  keepImage: unknown,
  notebook = new OpenNotebook(['x = 1']),
  answer: unknown = image()
) {
  notebook.model.dirty = false;
  const { registry, written } = registryWith(keepImage);
  const settings = new ImageSettings(registry);
  await settings.ready;
  const client = new ScriptedClient({ 'image/spec': () => answer });
  const remembered = new Map<string, string>();
  keepWithWork({
    notebooks: trackerOf(notebook),
    model: new ImageModel(client),
    settings,
    trans: nullTranslator.load('jupyterlab_leap'),
    storage: {
      getItem: key => remembered.get(key) ?? null,
      setItem: (key, value) => {
        remembered.set(key, value);
      }
    },
    key: 'asked'
  });
  await new Promise(resolve => setTimeout(resolve));
  return { notebook, client, settings, written };
}

function edit(notebook: OpenNotebook): void {
  notebook.model.sharedModel.cells[0]?.setSource('x = 2');
}

function asked(): string[] {
  return Notification.manager.notifications.map(({ message }) => message);
}

function press(label: string): void {
  const [notification] = Notification.manager.notifications;
  notification?.options.actions
    ?.find(action => action.label === label)
    ?.callback(new MouseEvent('click'));
}

describe('keepWithWork', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('writes the image into the very save that a user does', async () => {
    const { notebook } = await lab('on');
    edit(notebook);

    await notebook.save();

    expect(notebook.saved?.metadata['jupyterlab_leap']).toEqual(KEPT);
    expect(notebook.model.dirty).toBe(false);
  });

  it('keeps the digest where the spec has one', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const answer = image();
    const { notebook } = await lab('on', undefined, {
      ...answer,
      spec: `pangeo/pangeo-notebook@${digest}`,
      reference: { ...answer.reference, tag: null, digest }
    });
    edit(notebook);

    await notebook.save();

    expect(notebook.saved?.metadata['jupyterlab_leap']).toMatchObject({
      image: `pangeo/pangeo-notebook@${digest}`,
      digest
    });
  });

  it('marks no notebook changed that is only opened', async () => {
    const { notebook } = await lab('on');

    expect(notebook.model.dirty).toBe(false);
    expect(notebook.model.getMetadata('jupyterlab_leap')).toBeUndefined();
  });

  it('leaves a notebook alone that is saved without a change', async () => {
    const { notebook } = await lab('on');

    await notebook.save();

    expect(notebook.saved?.metadata).not.toHaveProperty('jupyterlab_leap');
    expect(notebook.model.dirty).toBe(false);
  });

  it("leaves an old notebook alone that only got its kernel's version", async () => {
    const notebook = new OpenNotebook(['x = 1']);
    notebook.model.setMetadata('jupyterlab_leap', { image: 'pangeo/x:1' });
    await lab('on', notebook);
    notebook.model.setMetadata('language_info', {
      name: 'python',
      version: '3.12.11'
    });
    expect(notebook.model.dirty).toBe(true);

    await notebook.save();

    expect(notebook.saved?.metadata['jupyterlab_leap']).toEqual({
      image: 'pangeo/x:1'
    });
  });

  it('writes the image when a cell is added or removed', async () => {
    const { notebook } = await lab('on');
    notebook.model.sharedModel.deleteCell(0);

    await notebook.save();

    expect(notebook.saved?.metadata['jupyterlab_leap']).toEqual(KEPT);
  });

  it.each([
    ['off', image()],
    ['on', NO_IMAGE],
    ['on', image({ spec: 'two words', reference: null })],
    ['on', new LeapError('unavailable', 'Away.')]
  ])(
    'writes nothing with %s when it has nothing to say',
    async (keep, answer) => {
      const { notebook } = await lab(keep, undefined, answer);
      edit(notebook);

      await notebook.save();

      expect(notebook.saved?.metadata).not.toHaveProperty('jupyterlab_leap');
    }
  );

  it('does not even ask for the image when it is off', async () => {
    expect((await lab('off')).client.asked).toEqual([]);
  });

  it.each([
    ['a number', 7],
    ['null', null],
    ['a text', 'pangeo'],
    ['a list', [['image']]],
    ['an object for the image', { image: { toString: 1 } }],
    ['an enormous image', { image: 'x'.repeat(100_000) }]
  ])('replaces metadata of the wrong type: %s', async (_, hostile) => {
    const notebook = new OpenNotebook(['x = 1']);
    notebook.model.setMetadata('jupyterlab_leap', hostile);
    await lab('on', notebook);
    edit(notebook);

    await notebook.save();

    expect(notebook.saved?.metadata['jupyterlab_leap']).toEqual(KEPT);
  });

  it('asks once, writes nothing before the answer, and saves with it', async () => {
    const { notebook, written, settings } = await lab('ask');
    edit(notebook);
    await notebook.save();
    expect(notebook.saved?.metadata).not.toHaveProperty('jupyterlab_leap');
    expect(asked()).toEqual([expect.stringContaining('Keep the name')]);

    press('Keep It');

    expect(written).toEqual(['on']);
    expect(settings.state.keepImage).toBe('on');
    expect(notebook.saved?.metadata['jupyterlab_leap']).toEqual(KEPT);
  });

  it('keeps it also when the answer comes before the save has ended', async () => {
    const { notebook } = await lab('ask');
    edit(notebook);
    const end = notebook.beginSave();
    press('Keep It');
    end();

    expect(notebook.saved?.metadata['jupyterlab_leap']).toEqual(KEPT);
  });

  it('does not ask again when nobody answered', async () => {
    const { notebook } = await lab('ask');
    for (const source of ['x = 2', 'x = 3']) {
      notebook.model.sharedModel.cells[0]?.setSource(source);
      await notebook.save();
    }

    expect(asked()).toHaveLength(1);
  });

  it('never writes after a no', async () => {
    const { notebook, written } = await lab('ask');
    edit(notebook);
    await notebook.save();
    press('Never');
    notebook.model.sharedModel.cells[0]?.setSource('x = 3');
    await notebook.save();

    expect(written).toEqual(['off']);
    expect(notebook.saved?.metadata).not.toHaveProperty('jupyterlab_leap');
  });

  describe('with several authors, for whom the server saves', () => {
    const together = (): OpenNotebook =>
      new OpenNotebook(['x = 1'], 'python', 'x.ipynb', true);
    const settle = (): Promise<void> =>
      new Promise(resolve => setTimeout(resolve, 1100));

    it('writes the image once its author pauses, and only once', async () => {
      const notebook = together();
      await lab('on', notebook);
      let changes = 0;
      notebook.model.sharedModel.metadataChanged.connect(() => {
        changes += 1;
      });
      edit(notebook);
      edit(notebook);
      expect(notebook.model.getMetadata('jupyterlab_leap')).toBeUndefined();

      await settle();
      expect(notebook.model.getMetadata('jupyterlab_leap')).toEqual(KEPT);

      notebook.model.sharedModel.cells[0]?.setSource('x = 3');
      await settle();
      expect(changes).toBe(1);
    });

    it('leaves it to other authors to keep theirs', async () => {
      const notebook = together();
      await lab('on', notebook);

      notebook.changeElsewhere(theirs => {
        theirs.cells[0]?.setSource('x = 3');
      });
      await settle();

      expect(notebook.sources).toEqual(['x = 3']);
      expect(notebook.model.getMetadata('jupyterlab_leap')).toBeUndefined();
    });

    it('asks without a save', async () => {
      const notebook = together();
      await lab('ask', notebook);
      edit(notebook);
      await settle();

      expect(asked()).toHaveLength(1);
      expect(notebook.model.getMetadata('jupyterlab_leap')).toBeUndefined();
      press('Keep It');
      expect(notebook.model.getMetadata('jupyterlab_leap')).toEqual(KEPT);
    });
  });

  it.each([undefined, 'ON', 7, null])(
    'asks where the setting is %j',
    async keepImage => {
      expect((await lab(keepImage)).settings.state.keepImage).toBe('ask');
    }
  );
});
