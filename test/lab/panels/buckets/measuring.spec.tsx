import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { folderSize, page } from '../../../support/buckets/answers';
import {
  cells,
  grid,
  started
} from '../../../support/buckets/shown-own-folder';

describe('Measuring a folder', () => {
  it('measures a folder and lets it be cancelled', async () => {
    let goOn = (): void => undefined;
    await started({
      'buckets/size': async function* () {
        yield folderSize({
          complete: false,
          phase: 'listing',
          bytes: 3_200_000_000,
          objects: 4211
        });
        await new Promise<void>(resolve => (goOn = resolve));
        yield folderSize();
      }
    });
    await userEvent.click(screen.getAllByText('measure')[0] ?? grid());
    await screen.findByText(/Counting: ≥ 3.2.GB in 4,211 objects so far/);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(
      screen.getByText(/Stopped: at least 3.2.GB in 4,211 objects/)
    ).toBeTruthy();
    act(() => {
      goOn();
    });
  });

  it('measures the folder that is open', async () => {
    await started({ 'buckets/size': () => [folderSize()] });
    await userEvent.click(screen.getByRole('button', { name: 'Measure All' }));
    expect(screen.getByText(/8.3.GB in 3,012 objects/)).toBeTruthy();
    // The button is gone, the focus is not.
    expect(document.activeElement).toBe(grid());
  });

  it('shows the size of each folder in the one that was measured, largest first', async () => {
    const child = (name: string, bytes: number) => ({
      name,
      bytes,
      objects: 2,
      deletedOn: null
    });
    await started({
      'buckets/listing': () => [page(['a/', 'b/', 'c/'], [])],
      'buckets/size': () => [
        folderSize({ children: [child('b/', 7e9), child('a/', 1.3e9)] })
      ]
    });
    await userEvent.click(screen.getByRole('button', { name: 'Measure All' }));
    await userEvent.click(screen.getByRole('button', { name: /^Size/ }));
    expect(cells()).toEqual([
      expect.stringMatching(/^b\/7.GB$/),
      expect.stringMatching(/^a\/1\.3.GB$/),
      'c/measure'
    ]);
  });

  it('keeps what was counted when counting fails, and counts again', async () => {
    let tries = 0;
    await started({
      'buckets/size': async function* () {
        tries += 1;
        if (tries > 1) {
          yield folderSize();
          return;
        }
        yield folderSize({ complete: false, phase: 'listing', objects: 1000 });
        throw await Promise.resolve(
          new LeapError('unavailable', 'The connection keeps breaking.')
        );
      }
    });
    await userEvent.click(screen.getByRole('button', { name: 'Measure All' }));
    await screen.findByText(/keeps breaking\. Counted until then: ≥ .* 1,000/);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText(/8.3.GB in 3,012 objects/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
    expect(document.activeElement).toBe(grid());
  });
});
