import { Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../src/contract';
import { orNotify, orNotifyWhy } from '../../src/lab/or-say';

// jsdom does not open a <dialog>; what is in it counts as hidden there.
configure({ defaultHidden: true });

const trans = nullTranslator.load('jupyterlab_leap');

const toasts = () =>
  Notification.manager.notifications.map(({ message, type, options }) => ({
    message,
    type,
    autoClose: options.autoClose
  }));

const fails = () =>
  Promise.reject(new LeapError('too-large', 'It holds 3 GB.'));

describe('What a command cannot do', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('is said in a toast that stays, with why and what to do next', async () => {
    await orNotify(trans, fails);
    expect(toasts()).toEqual([
      {
        message: 'Too large. It holds 3 GB. Ask for a smaller part.',
        type: 'error',
        autoClose: false
      }
    ]);
  });

  it('is never cut before what to do next', async () => {
    const why = 'Your server has gone. '.repeat(5).trim();
    await orNotify(trans, () =>
      Promise.reject(new LeapError('service-failed', why))
    );
    expect(toasts()).toEqual([
      expect.objectContaining({ message: `${why} Retry starts it again.` })
    ]);
  });

  it('is told as a whole in a dialog where no toast holds it', async () => {
    const why = 'Your server has gone. '.repeat(6).trim();
    await orNotify(trans, () =>
      Promise.reject(new LeapError('service-failed', why))
    );
    const [toast] = Notification.manager.notifications;
    expect(toast?.message).toBe(why);
    const [details] = toast?.options.actions ?? [];
    expect(details?.label).toBe('Details');
    details?.callback(new MouseEvent('click'));
    const dialog = await waitFor(() => screen.getByText(/Retry starts it/));
    expect(dialog.textContent).toBe(`${why} Retry starts it again.`);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  });

  it('is said without another next step where the reason names one', async () => {
    await orNotifyWhy(trans, fails);
    expect(toasts()).toEqual([
      expect.objectContaining({ message: 'Too large. It holds 3 GB.' })
    ]);
  });

  it('is silent where it can be done', async () => {
    await orNotify(trans, () => Promise.resolve());
    expect(toasts()).toEqual([]);
  });
});
