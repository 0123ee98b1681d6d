import { CommandRegistry } from '@lumino/commands';
import { nullTranslator } from '@jupyterlab/translation';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Reach, StoreReach } from '../../../../../src/contract';
import { DatasetPage } from '../../../../../src/lab/panels/catalog/dataset/dataset-page';
import { CatalogModel } from '../../../../../src/lab/panels/catalog/model';
import { StoreSizes } from '../../../../../src/lab/panels/catalog/dataset/store-sizes';
import { useSnapshot } from '../../../../../src/lab/components/use-snapshot';
import { dataset, reach, store } from '../../../../support/catalog/answers';
import {
  ScriptedClient,
  type Script
} from '../../../../support/lab/scripted-client';

const trans = nullTranslator.load('test');

/** Stores by number. */
function stores(many: number) {
  return Array.from({ length: many }, (_, number) =>
    store({ id: `s${number}`, name: `Year ${number}` })
  );
}

function checks(...statuses: StoreReach['status'][]): Reach {
  return {
    missingPackages: [],
    stores: statuses.flatMap(
      (status, number) => reach(status, null, { id: `s${number}` }).stores
    )
  };
}

async function start(script: Script) {
  const client = new ScriptedClient(script);
  const model = new CatalogModel(client);
  const sizes = new StoreSizes(client);
  function Page() {
    const { page } = useSnapshot(model);
    return page ? (
      <DatasetPage
        page={page}
        takesFocus={false}
        model={model}
        sizes={sizes}
        look={null}
        commands={new CommandRegistry()}
        trans={trans}
      />
    ) : null;
  }
  render(<Page />);
  // Not until all is answered: a test may answer later.
  const opened = model.open('altimetry');
  await act(() => Promise.race([opened, soon()]));
  return { client, model };
}

/** When all that is known by now was told. */
function soon(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.jp-LeapCatalog-store')];
}

describe('the page of a data set', () => {
  it.each([
    [['anonymous', 'hub'], 'All 2 open from here.'],
    [['anonymous', 'missing', 'unreachable'], '1 of 3 open from here.'],
    [['refused', 'missing'], 'None of the 2 opens from here.']
  ] as const)('says of stores that are %j: %s', async (statuses, words) => {
    await start({
      'catalog/dataset': () => dataset({ stores: stores(statuses.length) }),
      'catalog/reach': () => checks(...statuses)
    });

    expect(screen.getByRole('status').textContent).toBe(words);
  });

  it('says where each store stands while it is checked', async () => {
    let answer: (checked: Reach) => void = () => undefined;
    await start({
      'catalog/dataset': () => dataset({ stores: stores(2) }),
      'catalog/reach': () =>
        new Promise<Reach>(resolve => {
          answer = resolve;
        })
    });
    expect(screen.getByText('Checking what opens from here…')).toBeTruthy();
    expect(cards().map(card => card.textContent)).toEqual([
      expect.stringContaining('checking'),
      expect.stringContaining('checking')
    ]);
    await act(async () => {
      answer(checks('anonymous', 'anonymous'));
      await soon();
    });

    expect(screen.queryByText('checking')).toBeNull();
  });

  it('says that a store is being read, and what is in it when it was', async () => {
    const known = {
      id: 's0',
      facts: null,
      variableCount: 0,
      size: null,
      isMeasurable: false
    };
    const facts = {
      variables: [],
      dimensions: [{ name: 'time', size: 12 }],
      timeSpan: null,
      cadence: 'monthly' as const,
      resolutionDegrees: null,
      extent: null,
      bytes: null
    };
    const pages = [
      dataset({ stores: stores(1), known: [known], isReading: true }),
      dataset({ stores: stores(1), known: [{ ...known, facts }] })
    ];
    const { model } = await start({
      'catalog/dataset': () => pages.shift(),
      'catalog/reach': () => checks('anonymous')
    });
    expect(cards()[0]?.textContent).toContain('Reading what is in it…');
    await act(() => model.lookAgainAtPage());

    expect(cards()[0]?.textContent).toContain('time 12 · monthly');
    expect(cards()[0]?.textContent).not.toContain('Reading');
  });

  it('lists the first of many stores, and the others when they are wanted', async () => {
    await start({
      'catalog/dataset': () => dataset({ stores: stores(42) }),
      'catalog/reach': () => checks()
    });
    expect(cards()).toHaveLength(12);
    await userEvent.click(screen.getByRole('button', { name: 'Show 30 More' }));

    expect(cards()).toHaveLength(42);
    expect(screen.queryByRole('button', { name: /^Show .* More$/ })).toBeNull();
  });

  it('finds one of many stores by words of its name and address', async () => {
    await start({
      'catalog/dataset': () => dataset({ stores: stores(42) }),
      'catalog/reach': () => checks()
    });
    const box = screen.getByRole('searchbox', { name: 'Filter the stores' });
    await userEvent.type(box, 'MAPS year 33');
    expect(cards().map(card => card.textContent)).toEqual([
      expect.stringContaining('Year 33')
    ]);
    expect(cards()[0]).toHaveProperty('open', true);
    expect(screen.getByText('1 of 42 stores.')).toBeTruthy();
    await userEvent.type(box, '9');
    expect(
      screen.getByText('No store has “MAPS year 339” in its name or address.')
    ).toBeTruthy();
    await userEvent.clear(box);

    expect(cards()).toHaveLength(12);
  });

  it('has no filter where all stores are listed', async () => {
    await start({
      'catalog/dataset': () => dataset({ stores: stores(12) }),
      'catalog/reach': () => checks()
    });

    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('folds a long description, and shows a short one', async () => {
    const long = `${'Sea level. '.repeat(200)}The end.`;
    await start({
      'catalog/dataset': () => dataset({ description: long, stores: [] })
    });
    expect(screen.queryByText(/The end\./)).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all of the description' })
    );
    expect(screen.getByText(/The end\./)).toBeTruthy();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show less of the description' })
    );

    expect(screen.queryByText(/The end\./)).toBeNull();
  });

  it('B60 folds a description without a blank, between two characters', async () => {
    await start({
      'catalog/dataset': () =>
        dataset({ description: `a${'🌊'.repeat(2000)}`, stores: [] })
    });
    const text = screen.getByText(/🌊/).textContent;

    expect(text).toMatch(/^a🌊+…$/u);
    expect(text.length).toBeLessThan(900);
    expect(within(document.body).getByText('Show All')).toBeTruthy();
  });
});
