import type { INotebookTracker } from '@jupyterlab/notebook';
import { act, screen, within } from '@testing-library/react';
import type { Query } from '../../../src/contract';
import { BUCKETS, page, type Entry } from './answers';
import { ScriptedClient, type Script } from '../lab/scripted-client';
import { showBuckets } from './shown-buckets';

/** What a member's own folder of the scratch bucket holds. */
export const CONTENT = page(
  ['figures/', 'sst_monthly.zarr/'],
  [
    ['notes.md', 4000, '2026-11-23T10:00:00.000Z', '2026-11-30'],
    ['run3.nc', 1_200_000_000, '2026-11-21T10:00:00.000Z', '2026-11-28']
  ],
  { rule: { deleteAfterDays: 7, source: 'bucket', hasOtherRules: false } }
);

type Shown = ReturnType<typeof showBuckets> & {
  readonly client: ScriptedClient;
};

/**
 * The Buckets section on screen, not started.
 *
 * @param script - Answers in place of those of the own folder.
 */
export function show(
  script: Script = {},
  notebooks: INotebookTracker | null = null
): Shown {
  const client = new ScriptedClient({
    'buckets/configured': () => BUCKETS,
    'buckets/listing': () => [CONTENT],
    'buckets/earliest': ({ names }: Query<'buckets/earliest'>) => ({
      folders: names.map(() => null)
    }),
    'buckets/recognition': ({ names }: Query<'buckets/recognition'>) => ({
      kinds: names.map(name => (name.endsWith('.zarr/') ? 'zarr2' : null))
    }),
    ...script
  });
  return { client, ...showBuckets(client, null, notebooks) };
}

/** The same after it went to the own folder. */
export async function started(
  script: Script = {},
  notebooks: INotebookTracker | null = null
): Promise<Shown> {
  const shown = show(script, notebooks);
  await act(() => shown.model.start(null));
  return shown;
}

/** The list. */
export function grid(): HTMLElement {
  return screen.getByRole('grid');
}

/** The text of each row that is made. */
export function cells(): string[] {
  return within(grid())
    .getAllByRole('row')
    .map(row => row.textContent);
}

/** More entries than are looked at, so that nobody loads the rest unasked. */
export function manyEntries(): Entry[] {
  return Array.from({ length: 1000 }, (_, at) => [
    `part-${String(at)}`,
    1,
    null
  ]);
}

/** Each listing that was asked for. */
export function listingsOf(client: ScriptedClient): Query<'buckets/listing'>[] {
  return client.asked
    .filter(({ route }) => route === 'buckets/listing')
    .map(({ query }) => query as Query<'buckets/listing'>);
}
