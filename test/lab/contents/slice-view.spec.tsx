import { fireEvent, screen } from '@testing-library/react';
import { LeapError } from '../../../src/contract';
import { ARRAYS, slice } from '../../support/contents/answers';
import { shown, press } from '../../support/contents/shown-contents';

const place = { bucket: 'leap-scratch', name: 'ann/sst.zarr/' };

const textOf = (element: Element | undefined): string =>
  element?.textContent ?? '';

describe('A slice of a variable', () => {
  it('says what a look would read before anything is read', async () => {
    const { client } = await shown(ARRAYS);
    await press(/^sst/);
    expect(
      await screen.findByRole('button', {
        name: 'Look at sst (reads 2.1\u00a0MB)'
      })
    ).toHaveProperty('disabled', false);
    expect(client.asked.map(({ route }) => route)).toEqual([
      'contents/summary',
      'contents/cost'
    ]);
  });

  it('draws a slice with words for those who do not see it', async () => {
    await shown(ARRAYS);
    await press(/^sst/);
    await press(/^Look at/);
    expect(
      await screen.findByRole('img', {
        name: 'Map of sea surface temperature: from 1 to 5 degC, lon from 0° to 120°W, lat from 45°N to 45°S, time 1985-01-01'
      })
    ).not.toBeNull();
    expect(
      screen.getByText(/Read 2.1.MB in 1 chunk. 17 % of it/)
    ).not.toBeNull();
  });

  it('moves along time with the slider, and keeps the picture until the next is there', async () => {
    const { client } = await shown(ARRAYS);
    await press(/^sst/);
    await press(/^Look at/);
    const slider = await screen.findByRole('slider', { name: 'time' });
    fireEvent.change(slider, { target: { value: '1' } });
    expect(screen.getByRole('img')).not.toBeNull();
    expect(await screen.findByText('1985-02-01')).not.toBeNull();
    expect(slider.getAttribute('aria-valuetext')).toBe('1985-02-01');
    expect(client.asked.at(-1)?.query).toEqual({
      place,
      variable: 'sst',
      positions: [{ dimension: 'time', index: 1 }]
    });
  });

  it('says why a variable cannot be looked at', async () => {
    const { client } = await shown(ARRAYS);
    await press(/^note/);
    expect(await screen.findByText(/<U8 are not drawn/)).not.toBeNull();
    expect(client.asked).toHaveLength(1);
  });

  it('tries again when a look fails', async () => {
    let tries = 0;
    await shown(ARRAYS, {
      'contents/slice': () => {
        tries += 1;
        return tries === 1
          ? new LeapError('unavailable', 'The connection broke.')
          : slice();
      }
    });
    await press(/^sst/);
    await press(/^Look at/);
    expect(textOf(await screen.findByRole('alert'))).toContain(
      'The connection broke.'
    );
    await press(/^Retry/);
    expect(await screen.findByRole('img')).not.toBeNull();
    // The button is gone; the focus is where its answer appeared.
    expect(document.activeElement).toBe(
      screen.getByRole('group', { name: 'A look at sst' })
    );
  });
});
