import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Signal } from '@lumino/signaling';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  LeapError,
  type CatalogSource,
  type CatalogSummary,
  type SourcePreview
} from '../../../../../src/contract';
import { OwnSources } from '../../../../../src/lab/panels/catalog/sources/own-sources';
import { results, source, summary } from '../../../../support/catalog/answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';
import { showCatalog } from '../../../../support/catalog/shown-catalog';

const HUB = source({ name: 'hub.test', address: 'https://hub.test/all.json' });
const MINE = '~/catalogs/mine.yaml';

const FOUND: SourcePreview = {
  address: MINE,
  form: 'intake-2',
  datasets: 7,
  stores: 9,
  known: 2,
  titles: ['Rain', 'Snow'],
  skipped: [{ index: 3, reason: 'It has no title.', source: null }],
  skippedCount: 1
};

/** Settings that somebody wrote, in a registry that keeps what is written. */
function registryWith(sources: unknown) {
  const kept: Record<string, unknown> = { sources };
  const changed = new Signal<object, void>({});
  const settings = {
    changed,
    get: (name: string) => ({ composite: kept[name] }),
    set: (name: string, value: unknown) => {
      kept[name] = value;
      return Promise.resolve();
    }
  };
  const registry = { load: () => Promise.resolve(settings) };
  return { kept, registry: registry as unknown as ISettingRegistry };
}

interface IOptions {
  /** What the settings hold. */
  sources?: unknown;
  /** What the service searches before it is told. */
  searched?: readonly CatalogSource[];
  state?: CatalogSummary['state'];
  preview?: () => SourcePreview;
  chooseFile?: () => Promise<string | null>;
}

async function start({
  sources = [],
  searched = [HUB],
  state = 'live',
  preview = () => FOUND,
  chooseFile = () => Promise.resolve(null)
}: IOptions = {}) {
  const { kept, registry } = registryWith(sources);
  let all = [...searched];
  const client = new ScriptedClient({
    'catalog/summary': () => summary({ state, sources: all }),
    'catalog/refresh': () => summary({ state, sources: all }),
    'catalog/search': ({ text }: { text: string }) => results(text, ['Rain']),
    'catalog/sources': ({ addresses }: { addresses: string[] }) => {
      const own = addresses.map(address =>
        source({ address, name: address, isOwn: true })
      );
      all = [...all.filter(({ isOwn }) => !isOwn), ...own];
      return summary({ sources: all });
    },
    'catalog/preview': preview
  });
  const own = new OwnSources(registry);
  const { model, commands } = showCatalog(client, own, { chooseFile });
  await act(async () => {
    await model.load();
    await commands.execute('jupyterlab-leap:show-catalog-sources');
  });
  return { client, model, kept };
}

function told(client: ScriptedClient): unknown[] {
  return client.asked
    .filter(({ route }) => route === 'catalog/sources')
    .map(({ query }) => query);
}

function cards(): HTMLElement[] {
  return within(screen.getByRole('list', { name: 'Sources' }))
    .getAllByRole('listitem')
    .filter(item => item.classList.contains('jp-LeapCard'));
}

function press(name: string | RegExp) {
  return userEvent.click(screen.getByRole('button', { name }));
}

describe('Sources of the catalog', () => {
  it('lists each with its kind, amount and state', async () => {
    await start({
      searched: [
        HUB,
        source({
          address: 'https://gone.test/',
          name: 'gone.test',
          state: 'kept',
          form: 'stac',
          problem: 'There is nothing at this address.'
        })
      ]
    });

    const [first, second] = cards();
    expect(first?.textContent).toContain('up to date');
    expect(first?.textContent).toContain('Web catalog’s JSON');
    expect(first?.textContent).toContain('2 data sets with 3 stores');
    expect(first?.textContent).toContain('set up by this hub');
    expect(second?.textContent).toContain('an earlier copy');
    expect(second?.textContent).toContain('There is nothing at this address.');
  });

  it('tells the service what the settings hold, once', async () => {
    const { client, model } = await start({ sources: [MINE] });
    await act(() => model.load());

    expect(told(client)).toEqual([{ addresses: [MINE] }]);
    expect(cards()).toHaveLength(2);
  });

  it('tells nothing where the service searches them already, or the hub does', async () => {
    const { client } = await start({
      sources: [HUB.address, MINE],
      searched: [HUB, source({ address: MINE, isOwn: true })]
    });

    expect(told(client)).toEqual([]);
  });

  it('T19 takes only addresses from settings that somebody else wrote', async () => {
    const { client } = await start({
      sources: [7, null, '', 'x'.repeat(3000), MINE, MINE, { a: 1 }]
    });

    expect(told(client)).toEqual([{ addresses: [MINE] }]);
  });

  it('shows what is in a catalog before it is added, then adds it', async () => {
    const { client, kept } = await start();

    await userEvent.type(
      screen.getByRole('textbox', { name: /^Web address/ }),
      `${MINE}{Enter}`
    );
    const found = await screen.findByRole('region', { name: 'What is in it' });
    expect(found.textContent).toContain('Intake catalog, version 2');
    expect(found.textContent).toContain('7 data sets with 9 stores');
    expect(found.textContent).toContain('2 of them are listed by other');
    expect(found.textContent).toContain('and 5 more');
    expect(found.textContent).toContain('Record 4: It has no title.');
    expect(told(client)).toEqual([]);

    await press('Add This Catalog');
    expect(kept['sources']).toEqual([MINE]);
    expect(told(client)).toEqual([{ addresses: [MINE] }]);
    expect(await screen.findByText(`Added: ${MINE}`)).toBeTruthy();
    expect(document.activeElement).toHaveProperty('value', '');
  });

  it('says why an address is refused, and adds nothing', async () => {
    const { kept } = await start({
      preview: () => {
        throw new LeapError('forbidden', 'It lies in a private network.');
      }
    });

    await userEvent.type(
      screen.getByRole('textbox', { name: /^Web address/ }),
      'http://10.0.0.1/x'
    );
    await press('See What Is in It');

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('It lies in a private network.');
    expect(screen.queryByRole('button', { name: 'Add This Catalog' })).toBe(
      null
    );
    expect(kept['sources']).toEqual([]);
  });

  it('offers nothing to add where there is no data set', async () => {
    await start({ preview: () => ({ ...FOUND, datasets: 0, titles: [] }) });
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Web address/ }),
      'https://empty.test{Enter}'
    );

    expect(await screen.findByText(/It lists no data set/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add This Catalog' })).toBe(
      null
    );
  });

  it('looks into a file that is chosen', async () => {
    const { client } = await start({
      chooseFile: () => Promise.resolve(MINE)
    });
    await press('Choose a File…');

    await screen.findByRole('region', { name: 'What is in it' });
    expect(client.asked.at(-1)).toMatchObject({
      route: 'catalog/preview',
      query: { address: MINE }
    });
  });

  it('removes only the user’s own, and takes that back', async () => {
    const { client, kept } = await start({ sources: [MINE] });
    expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(1);

    await press(`Remove ${MINE}`);
    expect(kept['sources']).toEqual([]);
    expect(cards()).toHaveLength(1);
    expect(document.activeElement?.tagName).toBe('H3');

    await press('Undo');
    expect(kept['sources']).toEqual([MINE]);
    expect(told(client)).toHaveLength(3);
    expect(cards()).toHaveLength(2);
  });

  it('goes to the data sets of one source', async () => {
    const { model } = await start({ sources: [MINE] });
    await press('Show the data sets of hub.test');

    expect(model.state.filters).toEqual([
      { facet: 'source', value: 'hub.test' }
    ]);
    expect(screen.getByRole('list', { name: 'Data sets' })).toBeTruthy();
  });

  it('says beside the results that one of several is not up to date', async () => {
    await start({
      searched: [HUB, source({ name: 'gone.test', state: 'refused' })],
      state: 'kept'
    });
    await press('Back to Results');
    expect(screen.getByText(/1 of 2 sources is not up to date/)).toBeTruthy();

    await press('See Why');
    expect(cards()).toHaveLength(2);
  });

  it('comes back to the results', async () => {
    await start();
    await press('Back to Results');

    expect(screen.getByRole('list', { name: 'Data sets' })).toBeTruthy();
  });
});
