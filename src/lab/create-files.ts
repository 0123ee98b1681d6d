import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import { LeapError } from '../contract';

/**
 * A text that becomes a file.
 */
export interface INewFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Create files in a folder; none of them when one of the names is taken.
 *
 * Saving would replace what is there, so each file is written under a name that the server finds and then renamed,
 * which the server refuses where something has the name, also when that came meanwhile.
 *
 * @throws LeapError `not-found` when there is no such folder, `precondition` when a name is taken.
 */
export async function createFiles(
  contents: Contents.IManager,
  folder: string,
  files: readonly INewFile[]
): Promise<void> {
  const taken = await namesIn(contents, folder);
  const conflict = files.find(({ name }) => taken.has(name));
  if (conflict) {
    throw nameTaken(conflict.name);
  }
  for (const file of files) {
    await create(contents, folder, file);
  }
}

async function namesIn(
  contents: Contents.IManager,
  folder: string
): Promise<ReadonlySet<string>> {
  try {
    const listing = await contents.get(folder, {
      type: 'directory',
      content: true
    });
    const entries = listing.content as readonly Contents.IModel[];
    return new Set(entries.map(({ name }) => name));
  } catch (reason) {
    throw new LeapError(
      'not-found',
      'There is no such folder, or it cannot be read.',
      { cause: reason }
    );
  }
}

async function create(
  contents: Contents.IManager,
  folder: string,
  { name, text }: INewFile
): Promise<void> {
  const made = await contents.newUntitled({
    path: folder,
    type: 'file',
    ext: '.txt'
  });
  try {
    await contents.save(made.path, {
      type: 'file',
      format: 'text',
      content: text
    });
    await contents.rename(made.path, PathExt.join(folder, name));
  } catch (reason) {
    // What is left under the other name would only confuse; when it cannot be deleted either, it is empty or ours.
    await contents.delete(made.path).catch(() => undefined);
    throw statusOf(reason) === 409
      ? nameTaken(name)
      : new LeapError('unavailable', `${name} could not be written.`, {
          cause: reason
        });
  }
}

function nameTaken(name: string): LeapError {
  return new LeapError(
    'precondition',
    `The folder has ${name} already. It is left as it is, and nothing more was created.`
  );
}

/** The status that the Jupyter server answered with. */
function statusOf(reason: unknown): number | undefined {
  const response: unknown =
    reason instanceof Error && 'response' in reason ? reason.response : null;
  return response instanceof Response ? response.status : undefined;
}
