import fs from 'node:fs';
import { KnownDirectories } from '../../../../../src/service/home/scan/known/known-directories';
import { knownAfter } from '../../../../../src/service/home/scan/known/known-after';
import type { EntryStats } from '../../../../../src/service/home/scan/tree/tally';
import type { Walk } from '../../../../../src/service/home/scan/walk/walk';
import { ticked } from '../../../../support/home/scan/changed-tree';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { finishedWalk } from '../../../../support/home/scan/walked';

const HOUR_MS = 3_600_000;

describe('a directory that was known', () => {
  let tree: TreeBase;
  let walk: Walk;
  let book: KnownDirectories;
  let stats: EntryStats;
  let id: number;

  beforeEach(async () => {
    tree = TreeBase.make();
    tree.file('part/inner/file');
    walk = await finishedWalk(tree.home, 'promptly');
    ticked(tree.home);
    book = bookOf(HOUR_MS);
    stats = fs.lstatSync(tree.at('part'));
    id = numberOf('part');
  });

  afterEach(() => {
    tree.remove();
  });

  /** As if it had been counted so long after it was made. */
  function bookOf(laterMs: number, nowMs = 2 * HOUR_MS): KnownDirectories {
    const { ctimeMs } = fs.lstatSync(tree.at('part'));
    const seconds = Math.floor((ctimeMs + laterMs) / 1000);
    return new KnownDirectories(knownAfter(walk, seconds), ctimeMs + nowMs);
  }

  function numberOf(path: string): number {
    const { columns, paths } = walk.tree;
    const ids = [...columns.parent.subarray(0, columns.count).keys()];
    return ids.find(one => paths.relative(one) === path) ?? NaN;
  }

  it('is found where it stands under its name', () => {
    const children = book.childrenOf(0);

    expect(book.find(children, 'part', stats)).toBe(id);
    expect(book.find(children, 'other', stats)).toBeUndefined();
  });

  it('is not another one with its number on another volume, nor what is no directory', () => {
    const children = book.childrenOf(0);
    const elsewhere = { ...stats, dev: stats.dev + 1 };
    const file = { ...stats, mode: fs.constants.S_IFREG };

    expect(book.find(children, 'part', elsewhere)).toBeUndefined();
    expect(book.find(children, 'part', file)).toBeUndefined();
    expect(book.look(id, elsewhere, false)).toBe('lost');
    expect(bookOf(HOUR_MS).look(id, file, false)).toBe('lost');
  });

  it('is read when it is met after it was lost', () => {
    book.look(id, null, false);

    expect(book.meet(id, stats)).toBe(true);
    expect(book.isRead(id)).toBe(true);
  });

  it('is read once', () => {
    expect(book.look(id, stats, true)).toBe('read');
    expect(book.look(id, stats, true)).toBe('holds');
    expect(book.meet(id, { ...stats, ctimeMs: 1 })).toBe(false);
    expect(book.read).toEqual([id]);
  });

  it('counts as read when it is new', () => {
    expect(book.isRead(book.count)).toBe(true);
    expect(book.isRead(id)).toBe(false);
  });

  it('is believed when its time is beyond doubt', () => {
    const looked = (...times: Parameters<typeof bookOf>): string =>
      bookOf(...times).look(id, stats, false);

    expect(looked(HOUR_MS)).toBe('holds');
    expect(looked(12_000)).toBe('holds');
    expect(looked(9000)).toBe('read');
    // It was read later than now.
    expect(looked(HOUR_MS, HOUR_MS - 5000)).toBe('read');
  });

  it('is read when it could not be read before, or is on another volume', () => {
    const { columns } = walk.tree;
    const inner = numberOf('part/inner');
    const innerStats: EntryStats = fs.lstatSync(tree.at('part/inner'));
    columns.markIncomplete(id);
    columns.flags[inner] = 0;

    expect(book.look(id, stats, false)).toBe('read');
    expect(
      book.look(inner, { ...innerStats, dev: innerStats.dev + 1 }, false)
    ).toBe('read');
  });

  it('is gone with all below it when what it stood in was read without it', () => {
    expect(book.gone()).toBeNull();

    book.look(0, fs.lstatSync(tree.home), true);

    const gone = [...(book.gone() ?? [])];
    expect(gone[id]).toBe(1);
    expect(gone[numberOf('part/inner')]).toBe(1);
    expect(gone[0]).toBe(0);
  });

  it('is seen when it was met, or was read as a whole', () => {
    const inner = numberOf('part/inner');
    expect([...book.seen]).toEqual([0, 0, 0]);

    book.look(0, fs.lstatSync(tree.home), true);
    book.meet(id, stats);
    expect([book.seen[0], book.seen[id], book.seen[inner]]).toEqual([1, 1, 0]);

    walk.tree.columns.markIncomplete(0);
    expect(book.seen[0]).toBe(0);
  });
});
