import type { StoreVersion, StoreVersions } from '../../../contract';
import type { Attributes } from '../attributes';
import { KeySource } from '../key-source';
import type { OpenFile } from '../kerchunk/pieces';
import { ReferenceSource } from '../kerchunk/reference-source';
import type { ISource } from '../source';
import { gathered, type IZarrArrays } from '../zarr/zarr-arrays';
import { ChunkReferences, isOwnChunk } from './chunk-references';
import { readRepository, type IRepository } from './repository';
import { readSnapshot, type ISnapshot } from './snapshot';

/** Names of branches and tags that are shown. */
const SHOWN = 20;

/**
 * What a version of an Icechunk repository holds; null when the folder is no repository.
 *
 * @param version - Absent: the newest snapshot of the main branch.
 * @throws LeapError what the source says, `not-found` for a version that is gone, `bad-upstream` for files that make no
 * sense.
 */
export async function openIcechunk(
  source: ISource,
  version: StoreVersion | undefined,
  openOther: OpenFile,
  signal: AbortSignal
): Promise<{
  readonly arrays: IZarrArrays;
  readonly source: ISource;
  readonly versions: StoreVersions;
} | null> {
  const repository = await readRepository(source, version, signal);
  if (repository === null) {
    return null;
  }
  const { shown, branches, tags } = repository;
  const snapshot = await readSnapshot(source, repository.snapshot, signal);
  const { formatVersion, attributes, nodes } = snapshot;
  return {
    arrays: gathered(
      `Icechunk format ${String(formatVersion)}, ${shown.kind} ${shown.name.slice(0, 60)}`,
      withVersion(attributes, repository, snapshot),
      nodes.map(({ path, array }) => [path, array])
    ),
    source: new ReferenceSource(
      new ChunkReferences(nodes, source),
      async url =>
        isOwnChunk(url) ? new KeySource(source, url) : openOther(url)
    ),
    versions: { shown, branches: [...branches], tags: [...tags] }
  };
}

/** Which version it is stands after what its authors say of the data. */
function withVersion(
  attributes: Attributes,
  { snapshot: id, branches, tags }: IRepository,
  { message, writtenAt }: ISnapshot
): Attributes {
  const facts: [string, string][] = [
    ['Icechunk snapshot', id],
    ['Icechunk message', message],
    ['Icechunk snapshot written', writtenAt ?? ''],
    ['Icechunk branches', listed(branches)],
    ['Icechunk tags', listed(tags)]
  ];
  return new Map([
    ...attributes,
    ...facts.filter(([, value]) => value.trim() !== '')
  ]);
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? ', …' : '';
  return names.slice(0, SHOWN).join(', ') + more;
}
