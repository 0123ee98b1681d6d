import { nullTranslator } from '@jupyterlab/translation';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  LeapError,
  type StoreKnowledge,
  type StoreSize
} from '../../../../../src/contract';
import { useSnapshot } from '../../../../../src/lab/components/use-snapshot';
import { storeFactsText } from '../../../../../src/lab/panels/catalog/dataset/facts-words';
import { StoreSize as SizeView } from '../../../../../src/lab/panels/catalog/dataset/store-size';
import { StoreSizes } from '../../../../../src/lab/panels/catalog/dataset/store-sizes';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

const trans = nullTranslator.load('jupyterlab_leap');

function size(bytes: number, fields: Partial<StoreSize> = {}): StoreSize {
  return {
    bytes,
    objects: bytes / 10,
    complete: true,
    isOver: true,
    measuredAt: new Date().toISOString(),
    ...fields
  };
}

function Measured({
  sizes,
  known
}: {
  sizes: StoreSizes;
  known: StoreSize | null;
}) {
  return (
    <SizeView
      name="Maps"
      known={known}
      unpackedBytes={5000}
      isMeasurable
      measured={useSnapshot(sizes).get('maps')}
      trans={trans}
      onMeasure={() => {
        void sizes.measure('altimetry', 'maps');
      }}
      onCancel={() => {
        sizes.cancel('maps');
      }}
    />
  );
}

function start(
  reports: () => Iterable<StoreSize> | AsyncIterable<StoreSize>,
  known: StoreSize | null = null
) {
  const client = new ScriptedClient({ 'catalog/size': reports });
  const sizes = new StoreSizes(client);
  const { container } = render(<Measured sizes={sizes} known={known} />);
  return { client, sizes, text: () => container.textContent };
}

describe('The size of a store', () => {
  it('is told unpacked from the metadata, and measured when asked for', async () => {
    const { client, text } = start(() => [
      size(500, { complete: false, isOver: false }),
      size(1000)
    ]);
    expect(text()).toContain('5\u00a0kB unpacked.');

    await userEvent.click(
      screen.getByRole('button', { name: 'Measure how much is stored in Maps' })
    );

    expect(client.asked[0]?.query).toEqual({ id: 'altimetry', store: 'maps' });
    expect(text()).toContain('1\u00a0kB in 100 objects. Measured now.');
  });

  it('is dated where it was measured at another time', () => {
    const measuredAt = new Date(Date.now() - 2 * 86_400_000).toISOString();
    const { text } = start(() => [], size(1000, { measuredAt }));

    expect(text()).toContain('Measured 2 days ago.');
    expect(
      screen.getByRole('button', { name: 'Measure Maps again' })
    ).toBeTruthy();
  });

  it('means at least where no more was allowed to be counted', async () => {
    const { text } = start(() => [size(1000, { complete: false })]);
    await userEvent.click(screen.getByRole('button', { name: /^Measure/ }));

    expect(text()).toContain('At least 1\u00a0kB in 100 objects');
  });

  it('can be stopped while it is counted', async () => {
    const { client, text } = start(async function* () {
      yield size(500, { complete: false, isOver: false });
      await new Promise(() => undefined);
    });
    await userEvent.click(screen.getByRole('button', { name: /^Measure/ }));
    expect(document.activeElement?.textContent).toBe('Cancel');
    expect(text()).toContain('Counting: 500\u00a0B in 50 objects so far');

    await userEvent.click(
      screen.getByRole('button', { name: 'Stop measuring Maps' })
    );
    expect(client.asked[0]?.signal?.aborted).toBe(true);
    expect(document.activeElement?.textContent).toBe('Measure');
    expect(text()).toContain('5\u00a0kB unpacked.');
  });

  it.each([
    [
      'what the service says',
      () => {
        throw new LeapError('forbidden', 'The host does not list it.');
      },
      'The host does not list it.'
    ],
    [
      'a count that was cut off',
      () => [size(500, { complete: false, isOver: false })],
      'The count was cut off.'
    ]
  ])('is never made up: %s', async (_, reports, message) => {
    const { text } = start(reports);
    await userEvent.click(screen.getByRole('button', { name: /^Measure/ }));

    expect(text()).toContain(message);
  });

  it('stops when another data set is opened', async () => {
    const { client, sizes } = start(async function* () {
      yield size(500, { complete: false, isOver: false });
      await new Promise(() => undefined);
    });
    await userEvent.click(screen.getByRole('button', { name: /^Measure/ }));
    act(() => {
      sizes.clear();
    });

    expect(client.asked[0]?.signal?.aborted).toBe(true);
    expect(sizes.state.size).toBe(0);
  });
});

describe('storeFactsText', () => {
  const KNOWN: StoreKnowledge = {
    id: 'maps',
    size: null,
    isMeasurable: true,
    variableCount: 14,
    facts: {
      variables: ['sla', 'a\u202eb'].map(name => ({
        name,
        standardName: null,
        longName: null,
        units: null,
        dimensions: []
      })),
      dimensions: [{ name: 'time', size: 10_000 }],
      timeSpan: { start: '1993-01-01', end: '2021-12-31' },
      cadence: 'daily',
      resolutionDegrees: 0.25,
      extent: null,
      bytes: null
    }
  };

  it('names variables, sizes and coverage, and hides nothing in a name', () => {
    expect(storeFactsText(KNOWN, trans)).toEqual([
      ['sla, a⟨U+202E⟩b and 12 more'],
      ['time 10,000', '0.25°', '1993-01-01 to 2021-12-31', 'daily']
    ]);
  });

  it('says nothing of what was not read', () => {
    expect(storeFactsText({ ...KNOWN, facts: null }, trans)).toEqual([]);
  });
});
