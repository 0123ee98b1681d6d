import { act, screen, within } from '@testing-library/react';
import type { CatalogResults, Facet } from '../../../src/contract';
import { results, summary } from './answers';
import { ScriptedClient } from '../lab/scripted-client';
import { showCatalog } from './shown-catalog';

/** A facet with these values and counts. */
export function facet(
  name: Facet['name'],
  values: Readonly<Record<string, number>>
): Facet {
  return {
    name,
    values: Object.entries(values).map(([value, count]) => ({
      value,
      label: value,
      count
    })),
    more: 0
  };
}

/**
 * Facets with their counts, one of them with more values than are shown.
 */
export const FACETS = [
  facet('opens', { yes: 24, no: 3 }),
  facet('format', { zarr: 29, netcdf: 2 }),
  facet('tag', { ocean: 9, carbon: 4, ice: 2 }),
  facet('cadence', { daily: 7 }),
  facet(
    'provider',
    Object.fromEntries(
      Array.from({ length: 9 }, (_, number) => [`Provider ${number}`, 1])
    )
  )
];

/**
 * The section on screen with facets to narrow by, as the service would answer.
 */
export async function start(
  answer: (query: { text: string; filters?: string }) => CatalogResults = ({
    text
  }) => results(text, ['One', 'Two'], { facets: FACETS })
) {
  const client = new ScriptedClient({
    'catalog/summary': () => summary(),
    'catalog/search': answer
  });
  const { model, commands } = showCatalog(client);
  await act(() => model.load());
  return {
    model,
    commands,
    asked: () => client.asked.map(({ query }) => query).at(-1)
  };
}

/**
 * What stands on the chips.
 */
export function chips(): (string | null)[] {
  const group = screen.getByRole('group', { name: 'Filters' });
  return within(group)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
}
