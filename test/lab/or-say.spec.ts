import { Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { LeapError } from '../../src/contract';
import { orNotify, orNotifyWhy } from '../../src/lab/or-say';

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
