import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import { act, screen } from '@testing-library/react';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import { createStatusItem } from '../../../../src/lab/panels/home/status-item';
import { GB, summary, usage } from '../../../support/home/usage-answers';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');

/** The item in the status bar, once these numbers are known. */
async function itemOf(counted: Partial<ReturnType<typeof usage>>) {
  const client = new ScriptedClient({
    'home/summary': () => summary(),
    'home/usage': () => [usage(counted)]
  });
  const model = new HomeModel(client);
  const item = createStatusItem({ model, trans, onClick: () => undefined });
  await act(async () => {
    Widget.attach(item, document.body);
    await model.load(0);
  });
  return screen.getByRole('button');
}

describe('The status bar', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows the number, and says of what it is', async () => {
    const item = await itemOf({});

    expect(item.textContent).toBe('31.4\u00a0GB of 50\u00a0GB');
    expect(item.getAttribute('aria-label')).toBe(
      'Home: 31.4\u00a0GB of 50\u00a0GB'
    );
  });

  it('says in its name, too, that the limit is near', async () => {
    const item = await itemOf({ usedBytes: 48 * GB });

    expect(item.textContent).toBe('⚠48\u00a0GB of 50\u00a0GB');
    expect(item.getAttribute('aria-label')).toBe(
      'Warning, home: 48\u00a0GB of 50\u00a0GB'
    );
  });

  it.each([
    [{ diskFreeBytes: GB }, 'Disk nearly full: 31.4\u00a0GB of 50\u00a0GB'],
    [
      { diskFreeBytes: 0, diskFull: true },
      'Disk full: 31.4\u00a0GB of 50\u00a0GB'
    ]
  ])(
    'warns of the end of the disk, far from the limit: %o',
    async (room, text) => {
      const item = await itemOf(room);

      expect(item.textContent).toBe(`⚠${text}`);
      expect(item.getAttribute('aria-label')).toBe(`Warning, home: ${text}`);
    }
  );
});
