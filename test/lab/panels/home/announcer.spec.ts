import { Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { announceCrossings } from '../../../../src/lab/panels/home/announcer';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import { GB, usage } from '../../../support/home/usage-answers';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');

/** A page of a browser that has this storage; returns what reports a new usage. */
function page(storage: Storage) {
  let current = usage();
  const model = new HomeModel(
    new ScriptedClient({ 'home/usage': () => [current] })
  );
  announceCrossings({
    model,
    trans,
    onShow: () => undefined,
    storage,
    key: 'announced'
  });
  return async (usedGB: number, diskFull = false) => {
    current = usage({ usedBytes: usedGB * GB, diskFull });
    await model.refresh();
  };
}

describe('announceCrossings', () => {
  const spoken = () => Notification.manager.notifications.map(n => n.message);

  beforeEach(() => {
    Notification.dismiss();
    localStorage.clear();
  });

  it('speaks once per crossing, not once per count', async () => {
    const report = page(localStorage);
    await report(41);
    await report(42);
    expect(spoken()).toHaveLength(1);
    expect(spoken()[0]).toContain('41');
  });

  it('stays silent after the page was loaded again', async () => {
    await page(localStorage)(41);
    Notification.dismiss();
    await page(localStorage)(41);
    expect(spoken()).toEqual([]);
  });

  it('offers to show what uses the space', async () => {
    await page(localStorage)(48);
    const [note] = Notification.manager.notifications;
    expect(note?.type).toBe('warning');
    expect(note?.options.actions?.map(action => action.label)).toEqual([
      'What is using space?'
    ]);
  });

  it('takes back what is no longer so', async () => {
    const report = page(localStorage);
    await report(50);
    expect(spoken()[0]).toContain('full');
    await report(41);
    expect(spoken()).toEqual([]);
  });

  it('says that the disk is full until it is not', async () => {
    const report = page(localStorage);
    await report(1, true);
    expect(spoken()).toEqual([expect.stringContaining('disk')]);
    await report(1);
    expect(spoken()).toEqual([]);
  });

  it('says the higher limit in place of the lower one', async () => {
    const report = page(localStorage);
    await report(41);
    await report(48);
    expect(spoken()).toEqual([expect.stringContaining('48')]);
  });

  it('speaks again after the home was tidied and fills again', async () => {
    const report = page(localStorage);
    await report(41);
    await report(10);
    expect(spoken()).toEqual([]);
    await report(42);
    expect(spoken()).toEqual([expect.stringContaining('42')]);
  });
});
