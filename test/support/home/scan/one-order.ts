import fs from 'node:fs';
import type { AnsweredCount } from '../../../../src/service/home/scan/native/answered-count';
import { handedOver } from '../../../../src/service/home/scan/native/handed-over';
import type { IPart } from '../../../../src/service/home/scan/native/order';
import { Workspace } from '../../../../src/service/home/scan/native/workspace';
import { DirectoryColumns } from '../../../../src/service/home/scan/tree/columns';
import { directoryStart } from '../../../../src/service/home/scan/tree/tally';
import { nativePart } from './native-part';

export const EXTENT = { mostEntries: 1000, deadlineMs: 1000 };
export const NO_COLUMNS = handedOver(DirectoryColumns.create(1));
export const ALL = { floorBytes: Infinity, excluded: undefined };

export async function carriedOut(
  space: Workspace,
  columns = NO_COLUMNS
): Promise<AnsweredCount[]> {
  await new Promise<void>(resolve => space.begin(resolve, columns));
  return [...space.answer.counts()];
}

/** Columns with the root of a tree alone. */
export function withRoot(found: fs.Stats): DirectoryColumns {
  const columns = DirectoryColumns.create(100);
  columns.add(0, Buffer.alloc(0), directoryStart(found, found.dev));
  return columns;
}

/** A copy of what an answer left, and what to do with it. */
export function part(
  { rest, isListed }: AnsweredCount,
  mayClose = false
): IPart {
  const names = { ...rest, bytes: Uint8Array.from(rest.bytes) };
  return { names, lists: !isListed, mayClose };
}

/** Count one directory that was found before. */
export async function count(
  path: string,
  found = fs.lstatSync(path),
  extent = EXTENT
): Promise<{ space: Workspace; counted: AnsweredCount }> {
  const space = new Workspace(nativePart());
  space.order.beginCounts(found.dev, path, extent);
  space.order.addCount(0, ALL);
  const [counted] = await carriedOut(space, handedOver(withRoot(found)));
  if (counted === undefined) {
    throw new Error('There is no answer.');
  }
  return { space, counted };
}
