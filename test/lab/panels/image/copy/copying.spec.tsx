import { Notification } from '@jupyterlab/apputils';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import { image } from '../../../../support/image/answers';
import {
  startImage as start,
  USUAL
} from '../../../../support/image/started-image';
import {
  listenToCopies,
  putClipboard
} from '../../../../support/lab/clipboard';

const COPY = 'jupyterlab-leap:copy-image-spec';

const COPY_AS = 'jupyterlab-leap:copy-image-as';

const [DOWN, ENTER] = [40, 13];

describe('copying the image', () => {
  beforeEach(() => {
    listenToCopies();
  });

  afterEach(() => {
    Notification.dismiss();
  });

  it('copies the spec with its button', async () => {
    const copied = listenToCopies();
    const { show } = start();
    await show();

    screen.getByRole('button', { name: 'Copy Image Spec' }).click();
    await act(async () => {});

    expect(copied).toEqual(['pangeo/pangeo-notebook:2026.06.04']);
  });

  it('copies the spec from the palette before the section was seen, and hands nothing back', async () => {
    const copied = listenToCopies();
    const { commands } = start();

    expect(await commands.execute(COPY)).toBeUndefined();
    expect(copied).toEqual([image().spec]);
  });

  it('shows the text selected where the browser refuses the clipboard', async () => {
    putClipboard(() => Promise.reject(new Error('NotAllowedError')));
    const { commands } = start();

    const done = commands.execute(COPY);
    const field =
      await screen.findByLabelText<HTMLTextAreaElement>('Text to copy');

    expect(field.value).toBe(image().spec);
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([
      0,
      field.value.length
    ]);
    expect(field.readOnly).toBe(true);
    expect(document.body.textContent).toContain('does not let this page copy');
    await userEvent.keyboard('{Escape}');
    await done;
  });

  it('copies a citation with the key packages from the menu, by the keyboard', async () => {
    const copied = listenToCopies();
    const { show } = start();
    await show();

    const more = screen.getByRole('button', { name: 'More' });
    act(() => {
      more.click();
    });
    expect(more.getAttribute('aria-expanded')).toBe('true');
    // jsdom has no `keyCode`, by which Lumino's menu goes.
    const press = (keyCode: number): void => {
      const menu = screen.getByRole('menu', { name: 'More' });
      fireEvent.keyDown(menu, { keyCode });
    };
    for (let steps = 0; steps < 3; steps += 1) {
      press(DOWN);
    }
    press(ENTER);
    await act(async () => {});

    expect(more.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(more);

    expect(copied).toEqual([
      expect.stringMatching(
        /pangeo-notebook.*Python 3\.12\.11, xarray 2026\.5\.0/
      )
    ]);
  });

  it('cites the image alone when the packages cannot be read', async () => {
    const copied = listenToCopies();
    const { commands } = start({
      ...USUAL,
      'image/packages': () => new LeapError('unavailable', 'Away.')
    });

    await commands.execute(COPY_AS, { form: 'citation-text' });

    expect(copied).toEqual([expect.stringMatching(/with Python 3\.12\.11\.$/)]);
  });

  it('copies nothing for a form that it does not know', async () => {
    const copied = listenToCopies();
    const { commands } = start();

    expect(commands.isEnabled(COPY_AS, { form: '__proto__' })).toBe(false);
    await commands.execute(COPY_AS, { form: 'x' }).catch(() => undefined);
    expect(copied).toEqual([]);
  });
});
