import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import { page } from '../../../../support/buckets/answers';
import {
  cells,
  CONTENT,
  grid,
  listingsOf,
  manyEntries,
  show,
  started
} from '../../../../support/buckets/shown-own-folder';

/** A listing that fails after its first page. */
async function* brokenOff(first: unknown, reason: LeapError) {
  yield await Promise.resolve(first);
  throw reason;
}

/** A listing of which nothing comes. */
async function* silence() {
  yield await new Promise(() => undefined);
}

describe('A list of a bucket that fails', () => {
  it('keeps the rows when listing again fails, and says so', async () => {
    const answers: unknown[] = [
      [CONTENT],
      new LeapError('unavailable', 'Broken.'),
      [CONTENT]
    ];
    const { model } = await started({
      'buckets/listing': () => answers.shift()
    });
    await act(() => model.refresh());
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(cells()).toHaveLength(4);
    expect(screen.getByText(/out of date/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes on from the rows that came before a failure', async () => {
    const failed = new LeapError('unavailable', 'Broken.');
    const answers: unknown[] = [
      brokenOff(page([], [['a.nc', 1, null]], { cursor: 'after-a' }), failed),
      [page([], [['b.nc', 1, null]])]
    ];
    const { client } = await started({
      'buckets/listing': () => answers.shift()
    });
    expect(screen.getByRole('alert').textContent).toContain('Broken.');
    expect(screen.getByText('1+ entry')).toBeTruthy();
    // One thing to do, and it is what the card offers.
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(cells()).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(grid());
    expect(listingsOf(client).map(({ cursor }) => cursor)).toEqual([
      null,
      'after-a'
    ]);
  });

  it('lists again from the beginning when a refresh failed', async () => {
    const part = page([], manyEntries(), { cursor: 'old' });
    const answers: unknown[] = [
      [part],
      new LeapError('unavailable', 'Broken.'),
      [page([], [['new.nc', 1, null]])]
    ];
    const { client, model } = await started({
      'buckets/listing': () => answers.shift()
    });
    await act(() => model.refresh());
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(cells()[0]).toContain('new.nc');
    expect(listingsOf(client).map(({ cursor }) => cursor)).toEqual([
      null,
      null,
      null
    ]);
  });

  it('offers nothing but Retry where nothing came, and keeps the focus', async () => {
    const answers: unknown[] = [
      new LeapError('timed-out', 'Silence.'),
      [CONTENT]
    ];
    await started({ 'buckets/listing': () => answers.shift() });
    expect(screen.queryByRole('group', { name: 'Sort by' })).toBeNull();
    expect(screen.queryByText(/Select an entry/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(document.activeElement).toBe(grid());
    expect(cells()).toHaveLength(4);
  });

  it('says that it still tries when nothing comes for a while', async () => {
    jest.useFakeTimers();
    try {
      const { model } = show({ 'buckets/listing': () => silence() });
      await act(async () => {
        void model.start(null);
        await jest.advanceTimersByTimeAsync(0);
      });
      await act(() => jest.advanceTimersByTimeAsync(7000));
      expect(screen.queryByText(/Still trying/)).toBeNull();
      await act(() => jest.advanceTimersByTimeAsync(2000));
      expect(screen.getByText(/Still trying/)).toBeTruthy();
      expect(screen.queryByText(/No objects here/)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });
});
