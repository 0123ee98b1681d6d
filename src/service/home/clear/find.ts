import type { HomeClearable } from '../../../contract';
import { realDeletionFiles, type DeletionFiles } from '../deletion/files';
import { Gate } from '../scan/node/gate';
import { OpenHome } from '../deletion/open-home';
import { Clearable } from './clearable';
import { CLEAR_RULES, type IClearRule } from './rules';

interface IFindOptions {
  readonly files?: DeletionFiles;
  readonly gate?: Gate;
  readonly rules?: readonly IClearRule[];
  readonly deletionAllowed?: boolean;
  readonly now?: () => Date;
  /** Called when the work begins with what answers how far it is. */
  readonly onStart?: (soFar: () => HomeClearable) => void;
}

/**
 * What may be deleted from a home without losing anything that does not come back, with its sizes.
 *
 * @param home - An absolute path.
 * @throws LeapError `unavailable` when the home cannot be opened; what the signal was aborted with.
 */
export async function findClearable(
  home: string,
  signal: AbortSignal,
  options: IFindOptions = {}
): Promise<HomeClearable> {
  const {
    files = realDeletionFiles,
    gate = new Gate(null),
    rules = CLEAR_RULES,
    deletionAllowed = false,
    now = () => new Date(),
    onStart
  } = options;
  const open = await OpenHome.open(files, home);
  try {
    const tools = { files, gate, home: open, signal };
    const work = new Clearable(tools, rules, { deletionAllowed, now });
    onStart?.(() => work.soFar());
    return await work.run();
  } finally {
    await open.close();
  }
}
