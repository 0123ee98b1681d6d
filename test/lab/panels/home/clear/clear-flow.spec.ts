import { nullTranslator } from '@jupyterlab/translation';
import { Dialog, Notification } from '@jupyterlab/apputils';
import { configure, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import {
  clearCaches,
  deletePaths
} from '../../../../../src/lab/panels/home/clear/clear-flow';
import { deletion, review } from '../../../../support/home/clearable-answers';
import { GB } from '../../../../support/home/usage-answers';
import { start, dialog } from '../../../../support/home/clearing';

// jsdom does not open a <dialog>; what is in it counts as hidden there.
configure({ defaultHidden: true });

const trans = nullTranslator.load('jupyterlab_leap');

describe('Clearing', () => {
  afterEach(() => {
    const left = document.querySelector('.jp-Dialog');
    Dialog.flush();
    expect(left).toBeNull();
    Notification.dismiss();
  });

  it('deletes what was marked, as it was reviewed, after the second yes', async () => {
    const { model, deletions, client } = start({
      'home/deletion': () => [deletion(['.cache/pip', '.cache/torch'])]
    });
    await model.load(0);
    const done = clearCaches(model, trans);
    const first = within(await dialog(/Safe to clear/));
    await userEvent.click(first.getByRole('button', { name: 'Continue…' }));
    const second = within(await dialog(/Delete for good: 2.GB/));
    expect(
      await second.findByText(/2,000,000,000 bytes become free/)
    ).toBeTruthy();
    expect(second.getByTitle('.cache/pip')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Cancel');
    expect(deletions()).toHaveLength(0);
    await userEvent.click(second.getByRole('button', { name: 'Delete' }));
    await done;
    expect(deletions().map(({ query }) => query)).toEqual([
      { targets: review(['.cache/pip', '.cache/torch']).targets }
    ]);
    expect(
      client.asked.find(({ route }) => route === 'home/review')?.query
    ).toEqual({
      paths: ['.cache/pip', '.cache/torch'],
      foundAs: [
        { id: 'pip', paths: ['.cache/pip'] },
        { id: 'torch', paths: ['.cache/torch'] }
      ]
    });
    expect(Notification.manager.notifications.at(-1)?.message).toContain(
      'became free'
    );
  });

  it.each(['{Enter}', '{Escape}'])(
    'deletes nothing when the last answer is %s',
    async key => {
      const { model, deletions } = start({});
      const done = deletePaths(model, ['data'], trans);
      await dialog(/Delete for good/);
      await userEvent.keyboard(key);
      await done;
      expect(deletions()).toHaveLength(0);
    }
  );

  it('says what stays and why before it asks', async () => {
    const { model } = start({
      'home/review': () => [
        review(['data'], {
          excludedMounts: ['data/shared'],
          unreadable: [{ path: 'data/closed', reason: 'EACCES' }],
          unreadableCount: 41,
          linkedFiles: 3,
          linkedBytes: GB,
          inUse: [{ path: 'data', programs: ['python'] }]
        })
      ]
    });
    const done = deletePaths(model, ['data'], trans);
    const box = within(await dialog(/Delete for good/));
    expect(await box.findByTitle('data/shared')).toBeTruthy();
    expect(box.getByText('no permission')).toBeTruthy();
    expect(box.getByText('and 40 more')).toBeTruthy();
    // Beside the total that it explains, above the lists.
    expect(
      box.getByText(/3 files do not become free \(1.GB\)/)
        .previousElementSibling?.textContent
    ).toContain('become free: ');
    expect(box.getByText(/In use now by: python/)).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await done;
  });

  it('offers no yes when nothing can be deleted', async () => {
    const { model } = start({
      'home/review': () => [
        review([], { refused: [{ path: 'link/data', reason: 'ESTALE' }] })
      ]
    });
    const done = deletePaths(model, ['link/data'], trans);
    const box = within(await dialog(/Nothing of this can be deleted/));
    expect(
      await box.findByText('moved or replaced, or reached through a link')
    ).toBeTruthy();
    expect(box.queryByRole('button', { name: 'Delete' })).toBeNull();
    await userEvent.click(box.getByRole('button', { name: 'Close' }));
    await done;
  });

  it('names what changed since it was reviewed, and reviews it again', async () => {
    const outcomes = [
      deletion(['notes'], {
        failed: [{ path: 'data/a', reason: 'precondition' }],
        failedCount: 1
      }),
      deletion(['data'])
    ];
    const { model, deletions } = start({
      'home/deletion': () => outcomes.splice(0, 1)
    });
    const done = deletePaths(model, ['notes', 'data'], trans);
    const confirm = within(await dialog(/Delete for good/));
    await userEvent.click(confirm.getByRole('button', { name: 'Delete' }));
    const box = within(await dialog(/became free/));
    expect(await box.findByText('changed since you looked')).toBeTruthy();
    await userEvent.click(box.getByRole('button', { name: 'Review Again…' }));
    const again = within(await dialog(/Delete for good/));
    await userEvent.click(again.getByRole('button', { name: 'Delete' }));
    await done;
    expect(deletions().at(-1)?.query).toEqual({
      targets: review(['data']).targets
    });
  });

  it('says that nothing was deleted, and offers nothing that would not help', async () => {
    const { model } = start({
      'home/deletion': () => [
        deletion([], {
          deletedBytes: 0,
          deletedFiles: 0,
          failed: [{ path: 'data/a', reason: 'EACCES' }],
          failedCount: 1
        })
      ]
    });
    const done = deletePaths(model, ['data'], trans);
    const confirm = within(await dialog(/Delete for good/));
    await userEvent.click(confirm.getByRole('button', { name: 'Delete' }));
    const box = within(await dialog(/Nothing was deleted/));
    expect(await box.findByText('no permission')).toBeTruthy();
    expect(box.queryByRole('button', { name: /Review/ })).toBeNull();
    await userEvent.click(box.getByRole('button', { name: 'Close' }));
    await done;
  });

  it('says so when the operator has switched deletion off', async () => {
    const { model, deletions } = start({
      'home/review': () => [review(['data'], { deletionAllowed: false })]
    });
    const done = deletePaths(model, ['data'], trans);
    const box = within(await dialog(/Not allowed/));
    expect(box.getByText(/switched off on this hub/)).toBeTruthy();
    await userEvent.click(box.getByRole('button', { name: 'Close' }));
    await done;
    expect(deletions()).toHaveLength(0);
  });

  it('shows a failure as a failure', async () => {
    const { model } = start({
      'home/review': () =>
        new LeapError('unavailable', 'The file server is away.')
    });
    const done = deletePaths(model, ['data'], trans);
    const box = within(await dialog(/Not available right now/));
    expect(box.getByText(/The file server is away/)).toBeTruthy();
    await userEvent.click(box.getByRole('button', { name: 'Close' }));
    await done;
  });

  it('shows how far a long deletion is, and stops it', async () => {
    let stopped = false;
    const { model } = start({
      'home/deletion': async function* (_: unknown, signal?: AbortSignal) {
        yield deletion([], {
          phase: 'deleting',
          deletedBytes: GB,
          deletedFiles: 5,
          totalFiles: 10
        });
        await new Promise(resolve =>
          signal?.addEventListener('abort', resolve)
        );
        stopped = true;
        yield deletion([], { phase: 'deleting' });
      }
    });
    const done = deletePaths(model, ['data'], trans);
    const confirm = within(await dialog(/Delete for good/));
    await userEvent.click(confirm.getByRole('button', { name: 'Delete' }));
    const box = within(await dialog(/^Deleting$/));
    const bar = await box.findByRole<HTMLProgressElement>('progressbar');
    expect(bar.value).toBe(0.5);
    expect(box.getByText(/5 of 10 files, 1.GB free/)).toBeTruthy();
    await userEvent.click(box.getByRole('button', { name: 'Stop' }));
    await done;
    expect(stopped).toBe(true);
    expect(Notification.manager.notifications.at(-1)?.message).toContain(
      'Stopped'
    );
  });
});
