import { Notification } from '@jupyterlab/apputils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import {
  dataset,
  hit,
  reach,
  results,
  store
} from '../../../../support/catalog/answers';
import { start, found } from '../../../../support/catalog/started-catalog';

describe('what is said of a data set', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('shows all about a data set', async () => {
    const { show, page } = start();
    await show();
    await page();

    expect(screen.getByText(/From satellites/)).toBeTruthy();
    expect(
      within(screen.getByRole('list', { name: 'Tags' }))
        .getAllByRole('listitem')
        .map(item => item.textContent)
    ).toEqual(['ocean', 'ssh']);
    expect(
      screen.getAllByRole<HTMLAnchorElement>('link').map(link => link.href)
    ).toEqual([
      'https://creativecommons.org/licenses/by/4.0/',
      'https://github.com/ann-example',
      'https://doi.org/10.1/x'
    ]);
    expect(screen.getByText('doi.org')).toBeTruthy();
    expect(screen.getByText('Zarr at data.example.org')).toBeTruthy();
    expect(screen.getByText('opens from here')).toBeTruthy();
    expect(screen.getByText(/xr.open_dataset/)).toBeTruthy();
  });

  it.each([
    ['hub', 'opens on this hub only'],
    ['refused', 'may not be read'],
    ['missing', 'is not there'],
    ['unreachable', 'does not answer'],
    ['unknown', 'not checked']
  ] as const)('says of a store that is %s: %s', async (status, words) => {
    const { show, page } = start({
      'catalog/reach': () => reach(status, 'Because.')
    });
    await show();
    await page();

    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('Because.')).toBeTruthy();
  });

  it('has no next step for a store that is not there but to ask who keeps it', async () => {
    const { show, page } = start({ 'catalog/reach': () => reach('missing') });
    await show();
    await page();

    expect(
      document.querySelector('.jp-LeapCatalog-store .jp-mod-primary')
    ).toBe(null);
    expect(screen.getByText(/may know where it is now/)).toBeTruthy();
  });

  it('checks again', async () => {
    let status: 'refused' | 'anonymous' = 'refused';
    const { show, page } = start({ 'catalog/reach': () => reach(status) });
    await show();
    await page();
    status = 'anonymous';

    await userEvent.click(
      screen.getByRole('button', { name: 'Check Again What Opens From Here' })
    );

    expect(screen.getByText('opens from here')).toBeTruthy();
  });

  it('leaves the focus on the button while it checks', async () => {
    let done = (): void => undefined;
    const waiting = new Promise<void>(resolve => (done = resolve));
    let isFirst = true;
    const { show, page } = start({
      'catalog/reach': async () => {
        await (isFirst ? undefined : waiting);
        isFirst = false;
        return reach('anonymous');
      }
    });
    await show();
    await page();
    const button = screen.getByRole('button', { name: /^Check Again/ });
    await userEvent.click(button);
    expect(button.ariaDisabled).toBe('true');
    expect(document.activeElement).toBe(button);
    await act(async () => {
      done();
      await waiting;
    });
    expect(button.ariaDisabled).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('shows the other half when a check fails', async () => {
    const { show, page } = start({
      'catalog/reach': () => new LeapError('timed-out', 'Too slow.')
    });
    await show();
    await page();

    expect(screen.getByRole('alert').textContent).toContain('Too slow.');
    expect(screen.getAllByRole('button', { name: 'Insert Code' })).toHaveLength(
      2
    );
  });

  it('says that a record lists no store', async () => {
    const { show, page } = start({
      'catalog/dataset': () => dataset({ stores: [] })
    });
    await show();
    await page();

    expect(screen.getByText(/lists no place where the data are/)).toBeTruthy();
  });

  it('B57 makes no link of an address that is not safe', async () => {
    const { show, page } = start({
      'catalog/dataset': () =>
        dataset({
          licenseUrl: null,
          maintainers: [],
          links: [
            { label: 'Paper', url: null, text: 'javascript:alert(1)' },
            { label: 'Lie', url: 'https://u:p@evil.example', text: '' }
          ]
        })
    });
    await show();
    await page();

    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(screen.getByText('Paper', { exact: false })).toBeTruthy();
  });

  it('B19 shows hostile text as text, with nothing hidden in it', async () => {
    const evil = '<img src=x onerror=alert(1)>\u202egpj';
    const { show, page } = start({
      'catalog/search': () => results('', [], { hits: [hit(evil)], total: 1 }),
      'catalog/dataset': () =>
        dataset({
          title: evil,
          description: evil,
          tags: [evil],
          license: evil,
          providers: [{ name: evil, description: evil, url: null }],
          stores: [store({ name: evil, host: evil })]
        })
    });
    await show();
    expect(found()).toEqual(['<img src=x onerror=alert(1)>⟨U+202E⟩gpj']);
    await page();

    expect(document.querySelector('img')).toBeNull();
    expect(document.body.textContent).not.toContain('\u202e');
  });
});
