import { act, cleanup, screen, within } from '@testing-library/react';
import { LeapError } from '../../../../../src/contract';
import { added } from '../../../../support/image/answers';
import {
  startImage as start,
  USUAL
} from '../../../../support/image/started-image';
import { listenToCopies } from '../../../../support/lab/clipboard';

const INSTALL = 'jupyterlab-leap:copy-added-as';

describe('Added packages', () => {
  it('says what will be gone, and what it was before', async () => {
    const { show } = start({
      ...USUAL,
      'image/added': () => added(['pip cmocean 4.1', 'conda xgcm 0.9 0.8'])
    });
    await show();

    const card = within(screen.getByRole('region', { name: 'Added packages' }));
    expect(
      card.getByText('⚠ 2 packages will be gone when this server stops')
    ).toBeTruthy();
    expect(card.getAllByRole('listitem').map(item => item.textContent)).toEqual(
      ['cmocean 4.1', 'xgcm 0.9, was 0.8']
    );
    expect(card.queryByText(/Compared with/)).toBeNull();
  });

  it('copies what brings the added packages back', async () => {
    const copied = listenToCopies();
    const { show } = start({
      ...USUAL,
      'image/added': () => added(['pip cmocean 4.1'])
    });
    await show();

    screen.getByRole('button', { name: 'Copy requirements.txt' }).click();
    await act(async () => {});

    expect(copied).toEqual([
      '# Packages added to pangeo/pangeo-notebook:2026.06.04\ncmocean==4.1\n'
    ]);
  });

  it('says that nothing was installed, and why it may not know', async () => {
    const first = start();
    await first.show();
    expect(screen.getByText(/Nothing was installed since/)).toBeTruthy();
    expect(first.commands.isEnabled(INSTALL, { form: 'dockerfile' })).toBe(
      false
    );
    cleanup();

    const second = start({
      ...USUAL,
      'image/added': () => new LeapError('unavailable', 'No start is known.')
    });
    await second.show();
    expect(
      screen.getByText(/cannot be told\. No start is known\./)
    ).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says against what it compared when no list can be had', async () => {
    const { show } = start({
      ...USUAL,
      'image/added': () =>
        added(['pip cmocean 4.1'], {
          comparedWith: 'snapshot',
          problem: 'No list of packages is published for this tag.'
        })
    });
    await show();

    expect(
      screen.getByText(/Compared with what was there at.*No list of packages/)
    ).toBeTruthy();
  });

  it('folds away what is more than a reader takes in', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `pip package${i} 1.0`);
    const { show } = start({ ...USUAL, 'image/added': () => added(names) });
    await show();

    expect(screen.getByText('4 more').closest('details')?.open).toBe(false);
  });

  it('B50 shows a hostile name as text', async () => {
    const answer = added();
    answer.packages = [
      {
        name: '<img src=x onerror=alert(1)>',
        version: '1\u202e',
        source: 'pip',
        before: null
      }
    ];
    const { show } = start({ ...USUAL, 'image/added': () => answer });
    await show();

    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(screen.getByText(/1⟨U\+202E⟩/)).toBeTruthy();
  });
});
