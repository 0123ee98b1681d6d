import { Notification } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import type { HomeUsage } from '../../../../src/contract';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import { explainFailedSaves } from '../../../../src/lab/panels/home/save-failure';
import { GB, summary, usage } from '../../../support/home/usage-answers';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');

/** A page with one open notebook, on a server that counts this. */
function page(
  counted: () => Partial<HomeUsage>,
  { isAnnounced = false, path = 'work/run.ipynb' } = {}
) {
  const model = new HomeModel(
    new ScriptedClient({
      'home/summary': () => summary(),
      'home/usage': () => [usage(counted())]
    })
  );
  const context = { path } as DocumentRegistry.Context;
  const saveState = new Signal<
    DocumentRegistry.Context,
    DocumentRegistry.SaveState
  >(context);
  const onShow = jest.fn();
  explainFailedSaves({
    registry: {
      addWidgetExtension: (
        name: string,
        extension: DocumentRegistry.WidgetExtension
      ) => {
        if (name === 'Notebook') {
          extension.createNew({} as never, { ...context, saveState });
        }
      }
    } as unknown as DocumentRegistry,
    model,
    trans,
    onShow,
    isAnnounced: () => isAnnounced
  });
  const save = async (state: DocumentRegistry.SaveState): Promise<void> => {
    saveState.emit(state);
    await new Promise(resolve => setTimeout(resolve));
  };
  return { model, save, onShow };
}

describe('A document that cannot be saved', () => {
  const spoken = () => Notification.manager.notifications;

  beforeEach(() => {
    Notification.dismiss();
  });

  it('is told why where the home is full, once while that is on screen, with the way there', async () => {
    const { save, onShow } = page(() => ({ usedBytes: 49.9 * GB }));
    await save('started');
    await save('failed');
    await save('failed');
    expect(spoken()).toHaveLength(1);
    expect(spoken()[0]?.message).toMatch(
      /^run\.ipynb could not be saved: your home holds 49\.9.GB of 50.GB/
    );
    spoken()[0]?.options.actions?.[0]?.callback({} as MouseEvent);
    expect(onShow).toHaveBeenCalled();
  });

  it('is told why where the disk is full below the limit', async () => {
    const { save } = page(() => ({ diskFull: true }));
    await save('failed');
    expect(spoken()[0]?.message).toContain('the disk with your home is full');
  });

  it('is not the home’s matter where there is room, or where it was saved', async () => {
    const { save } = page(() => ({}));
    await save('failed');
    await save('completed');
    expect(spoken()).toHaveLength(0);
  });

  it('is not spoken of beside a toast that says the same', async () => {
    const { save } = page(() => ({ usedBytes: 50 * GB }), {
      isAnnounced: true
    });
    await save('failed');
    expect(spoken()).toHaveLength(0);
  });

  it('is spoken of no longer when there is room again, and anew after that', async () => {
    let usedBytes = 50 * GB;
    const { model, save } = page(() => ({ usedBytes }));
    await save('failed');
    usedBytes = 20 * GB;
    await model.refresh();
    expect(spoken()).toHaveLength(0);
    usedBytes = 50 * GB;
    await save('failed');
    expect(spoken()).toHaveLength(1);
  });

  it('B12 has a name that hides nothing and fits a toast', async () => {
    const { save } = page(() => ({ usedBytes: 50 * GB }), {
      path: `work/\u202e${'x'.repeat(300)}.ipynb`
    });
    await save('failed');
    const text = spoken()[0]?.message ?? '';
    expect(text).toContain('⟨U+202E⟩');
    expect(text.length).toBeLessThanOrEqual(140);
  });
});
