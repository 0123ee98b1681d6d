import type { FolderSize } from '../../../../contract';
import type { IMeasured } from './measuring';

/** Sizes of the folders of the open one, by name with the closing slash; of itself under the empty name. */
export type FolderSizes = ReadonlyMap<string, IMeasured>;

/**
 * The sizes with one more. That of the open folder brings those of the folders in it, as far as they are counted; one
 * that was counted to its end by itself stays.
 */
export function withSize(
  sizes: FolderSizes,
  name: string,
  measured: IMeasured
): FolderSizes {
  const next = new Map(sizes).set(name, measured);
  const { value } = measured;
  if (name === '' && value) {
    for (const child of value.children) {
      if (child.name.endsWith('/') && !isWhole(sizes.get(child.name))) {
        next.set(child.name, { ...measured, value: sizeOf(child, value) });
      }
    }
  }
  return next;
}

/**
 * The bytes of folders for putting them in order, by name. One that is still counted has none: rows do not move while
 * numbers grow.
 */
export function settledBytes(sizes: FolderSizes): ReadonlyMap<string, number> {
  return new Map(
    [...sizes].flatMap(([name, { status, value }]) =>
      value && status !== 'loading' ? [[name, value.bytes]] : []
    )
  );
}

function isWhole(measured: IMeasured | undefined): boolean {
  return measured?.status === 'ready' && measured.value.complete;
}

/** What the count of a folder says of one in it; the rest of it was not kept. */
function sizeOf(
  { bytes, objects }: FolderSize['children'][number],
  { phase, complete }: FolderSize
): FolderSize {
  return {
    phase,
    complete,
    bytes,
    objects,
    oldestAt: null,
    newestAt: null,
    children: [],
    classes: [],
    goingSoon: null,
    calls: 0
  };
}
