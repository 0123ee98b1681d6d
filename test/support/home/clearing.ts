import { screen, waitFor } from '@testing-library/react';
import { ClearModel } from '../../../src/lab/panels/home/clear/clear-model';
import { clearable, review } from './clearable-answers';
import { ScriptedClient, type Script } from '../lab/scripted-client';

/**
 * A service that lets everything be cleared, and what it was asked to delete.
 */
export function start(script: Script) {
  const client = new ScriptedClient({
    'home/clearable': () => [clearable()],
    'home/review': ({ paths }: { paths: string[] }) => [review(paths)],
    ...script
  });
  const model = new ClearModel(client, { forget: () => Promise.resolve() });
  const deletions = () =>
    client.asked.filter(({ route }) => route === 'home/deletion');
  return { client, model, deletions };
}

/**
 * The dialog with a title, once it is open.
 */
export const dialog = (title: RegExp): Promise<HTMLElement> =>
  waitFor(() => {
    const header = screen.getByText(title, {
      selector: '.jp-Dialog-header *, .jp-Dialog-header'
    });
    return header.closest<HTMLElement>('.jp-Dialog') ?? document.body;
  });
