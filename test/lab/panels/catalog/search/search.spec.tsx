import { Notification } from '@jupyterlab/apputils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { results } from '../../../../support/catalog/answers';
import { start, box, found } from '../../../../support/catalog/started-catalog';

describe('a search of the catalog', () => {
  afterEach(() => {
    Notification.dismiss();
  });

  it('lists every data set before anything is typed', async () => {
    const { show } = start();
    await show();

    expect(found()).toEqual(['Altimetry', 'Rain']);
    expect(screen.getByRole('status').textContent).toContain('2 data sets');
  });

  it('searches while typing', async () => {
    const { show, client } = start();
    await show();

    await userEvent.type(box(), 'ra');

    expect(found()).toEqual(['Rain']);
    expect(client.asked.map(({ query }) => query)).toContainEqual({
      text: 'r',
      limit: '100'
    });
  });

  it('goes from the box to the results and back with arrows', async () => {
    const { show } = start();
    await show();
    await userEvent.click(box());

    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Altimetry');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Rain');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement).toBe(box());
  });

  it('opens the best result with Enter in the box', async () => {
    const { show } = start();
    await show();
    await userEvent.click(box());
    await userEvent.keyboard('{Enter}');

    const heading = await screen.findByRole('heading', { name: 'Altimetry' });
    expect(document.activeElement).toBe(heading);
  });

  it('comes back to the search and to the result it left', async () => {
    const { show } = start();
    await show();
    await userEvent.type(box(), 'ra');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Back to Results' })
    );

    expect(box()).toHaveProperty('value', 'ra');
    expect(found()).toEqual(['Rain']);
    expect(document.activeElement?.textContent).toContain('Rain');
  });

  it('suggests another spelling, everything, and where to ask', async () => {
    const { show } = start({
      'catalog/search': ({ text }: { text: string }) =>
        text === 'qqq'
          ? results(text, [], { suggestion: 'rain' })
          : results(text, ['Rain'])
    });
    await show();
    await userEvent.type(box(), 'qqq');

    expect(screen.getByText('Nothing found for “qqq”.')).toBeTruthy();
    expect(
      screen.getByRole<HTMLAnchorElement>('link', { name: /Ask for/ }).href
    ).toBe('https://example.org/ask');
    await userEvent.click(
      screen.getByRole('button', { name: 'Search for “rain”' })
    );
    expect(box()).toHaveProperty('value', 'rain');
    expect(found()).toEqual(['Rain']);
    // The button is gone: whoever pressed it goes on where words are changed.
    expect(document.activeElement).toBe(box());
  });

  it('says which spelling it searched for', async () => {
    const { show } = start({
      'catalog/search': () =>
        results('hight', ['Rain'], { suggestion: 'height' })
    });
    await show();

    expect(screen.getByText(/Showing results for “height”/)).toBeTruthy();
  });

  it('says that only the best of many are shown', async () => {
    const { show } = start({
      'catalog/search': () => results('a', ['Rain'], { total: 9000 })
    });
    await show();

    expect(screen.getByText(/The best 1 of 9,000 data sets/)).toBeTruthy();
  });
});
