import { Notification } from '@jupyterlab/apputils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import { results, summary } from '../../../../support/catalog/answers';
import { start, box, found } from '../../../../support/catalog/started-catalog';

describe('the note about the catalog at hand', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('shows the kept copy with its age and reason when the source is down', async () => {
    const kept = summary({
      state: 'kept',
      problem: 'There may be no network.'
    });
    const { show } = start({
      'catalog/summary': () => kept,
      'catalog/refresh': () => kept
    });
    await show();

    const note = screen.getByText(/There may be no network/);
    expect(note.textContent).toMatch(/^This is the copy from .+ ago\. There/);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(found()).toHaveLength(2);
  });

  it('says that the sample is one, while fetching and after it failed', async () => {
    let fail: (value: unknown) => void = () => undefined;
    const sample = summary({
      state: 'sample',
      problem: 'The host refuses the connection.',
      confirmedAt: null
    });
    const { show } = start({
      'catalog/summary': () => sample,
      'catalog/refresh': () => new Promise(resolve => (fail = resolve))
    });
    await show();
    expect(screen.getByText(/is being fetched.*do not exist/)).toBeTruthy();

    await act(async () => {
      fail(sample);
    });
    expect(
      screen.getByText(/refuses the connection.*do not exist/)
    ).toBeTruthy();
  });

  it('lists what could not be read', async () => {
    const { show } = start({
      'catalog/summary': () =>
        summary({
          skippedCount: 2,
          skipped: [
            { index: 4, reason: 'It has no title.', source: null },
            { index: 7, reason: 'It is not a record.', source: null }
          ]
        })
    });
    await show();

    expect(
      screen.getByText('2 parts of the catalog could not be read')
    ).toBeTruthy();
    expect(screen.getByText('Record 5: It has no title.')).toBeTruthy();
  });

  it('shows a failure and tries again', async () => {
    let works = false;
    const { show } = start({
      'catalog/summary': () =>
        works ? summary() : new LeapError('no-node', 'There is no Node.')
    });
    await show();
    expect(screen.getByRole('alert').textContent).toContain(
      'There is no Node.'
    );
    works = true;

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(screen.queryByRole('alert')).toBeNull();
    expect(found()).toHaveLength(2);
  });

  it('says that the catalog is read from the first moment on', async () => {
    const { show } = start({ 'catalog/summary': () => new Promise(() => 0) });
    await show();

    expect(screen.getByRole('status').textContent).toBe('Reading the catalog…');
  });

  it('says once that the server is away, and searches again when it is back', async () => {
    let works = false;
    const away = new LeapError('server-unreachable', 'Away.');
    const { show } = start({
      'catalog/summary': () => (works ? summary() : away),
      'catalog/search': ({ text }: { text: string }) =>
        works ? results(text, ['Rain']) : away
    });
    await show();
    await userEvent.type(box(), 'ra');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    works = true;

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(screen.queryByRole('alert')).toBeNull();
    expect(found()).toEqual(['Rain']);
  });
});
