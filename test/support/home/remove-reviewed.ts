import type { DeletionTarget } from '../../../src/contract';
import {
  realDeletionFiles,
  type DeletionFiles
} from '../../../src/service/home/deletion/files';
import { Gate } from '../../../src/service/home/scan/node/gate';
import { OpenHome } from '../../../src/service/home/deletion/open-home';
import { Remover } from '../../../src/service/home/deletion/remover';
import { never } from '../service/never';
import type { HomeFolder } from './home-folder';

/**
 * What deletes, after it deleted one path as it was reviewed.
 *
 * @param files - Calls in place of those of the file system.
 */
export async function removeReviewed(
  home: HomeFolder,
  target: DeletionTarget,
  files: Partial<DeletionFiles> = {}
): Promise<Remover> {
  const tools = { ...realDeletionFiles, ...files };
  const open = await OpenHome.open(tools, home.path);
  const remover = new Remover({
    files: tools,
    home: open,
    gate: new Gate(null),
    signal: never
  });
  await remover.remove(target);
  await open.close();
  return remover;
}
