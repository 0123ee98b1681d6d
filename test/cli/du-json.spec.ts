import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { leapBundle } from '../support/service/leap-bundle';
import { leapConfig } from '../support/service/leap-config';
import { makeDeep } from '../support/home/deep-tree';
import { TreeBase } from '../support/home/scan/tree-base';
import { du } from '../support/home/scan/walked';

jest.setTimeout(60_000);

const ENTRY = [
  'apparentBytes',
  'complete',
  'directories',
  'files',
  'kind',
  'name',
  'newestChangeAt',
  'usedBytes'
];

/** What scripts may rely on: fields may be added, none may go. */
const DIRECTORY = [
  'apparentBytes',
  'assumed',
  'children',
  'complete',
  'directories',
  'durationMs',
  'excludedMounts',
  'files',
  'otherChildren',
  'path',
  'unreadable',
  'unreadableCount',
  'usedBytes'
];

const CLEARABLE = [
  'complete',
  'deletionAllowed',
  'items',
  'measuredAt',
  'path',
  'phase',
  'preselectedBytes'
];

interface IAnswer extends Record<string, unknown> {
  readonly name: string;
  readonly children: IAnswer[];
}

/** More than JSON's own functions go down. */
const LEVELS = 6000;

describe('leap du --json', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
    tree.file('notes/one', 10_000);
  });

  afterEach(() => {
    tree.remove();
  });

  const ask = (...args: string[]): IAnswer => askOf(tree.home, ...args);

  const askOf = (path: string, ...args: string[]): IAnswer =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [leapBundle(), 'du', '--json', ...args, path],
        {
          encoding: 'utf8',
          env: { ...process.env, LEAP_CONFIG: JSON.stringify(leapConfig()) }
        }
      )
    ) as IAnswer;

  it('has the fields that it always had', () => {
    const answer = ask();

    expect(Object.keys(answer)).toEqual(expect.arrayContaining(DIRECTORY));
    expect(Object.keys(answer.children[0] ?? {})).toEqual(
      expect.arrayContaining(ENTRY)
    );
    expect(Object.keys(ask('--clearable'))).toEqual(
      expect.arrayContaining(CLEARABLE)
    );
  });

  it('names nothing where the sum alone is asked for, and leaves nothing out of it', () => {
    const answer = ask('--depth', '0');

    expect(Object.keys(answer)).toEqual(expect.arrayContaining(DIRECTORY));
    expect(answer).toMatchObject({
      usedBytes: du(tree.home),
      children: [],
      otherChildren: { entries: 1, usedBytes: du(tree.at('notes')) }
    });
  });

  it('B33 names as many levels as are asked for, thousands of them', () => {
    makeDeep(tree.home, { levels: LEVELS, name: 'd', bottom: [] });

    const answer = ask('--depth', '9999');

    const names: string[] = [];
    for (let [next] = answer.children; next; [next] = next.children) {
      names.push(next.name);
    }
    expect(names).toEqual(Array.from({ length: LEVELS }, () => 'd'));
    expect(answer['directories']).toBe(LEVELS + 1);
  });

  it('has the same fields of a single file as of a directory', () => {
    const file = askOf(tree.at('notes/one'));

    expect(Object.keys(file).sort()).toEqual(Object.keys(ask()).sort());
  });

  it('B14 B55 writes names of any bytes so that they can be found again', () => {
    const odd = Buffer.concat([
      Buffer.from(`${tree.home}/`),
      Buffer.from('b\xff\xfe', 'latin1')
    ]);
    fs.mkdirSync(odd);
    tree.file('__proto__/constructor', 20_000);

    const answer = ask('--depth', '2');

    expect(answer['usedBytes']).toBe(du(tree.home));
    expect(answer.children.map(({ name }) => name).sort()).toEqual([
      '__proto__',
      'b\udcff\udcfe',
      'notes'
    ]);
  });
});
