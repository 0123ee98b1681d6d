import { rowsOf } from '../../../../../src/lab/panels/home/tree/rows';
import { keyAction } from '../../../../../src/lab/panels/home/tree/tree-keys';
import { entry, usage } from '../../../../support/home/usage-answers';

const NAMES = [
  'data',
  '.cache',
  'Code',
  'drafts',
  ...Array.from({ length: 10 }, (_, number) => String(number))
];
const ROWS = rowsOf(
  usage({
    children: NAMES.map((name, index) => entry(name, 100 - index)),
    otherChildren: { entries: 0, usedBytes: 0 }
  }),
  { open: new Map() }
);

describe('Keys of the table', () => {
  const after = (key: string, index: number): number | null => {
    const act = keyAction(key, ROWS, index);
    return act?.kind === 'move' ? act.to : null;
  };

  it.each([
    ['the next name with it', 'd', 0, 3],
    ['the first again behind the last', 'd', 3, 0],
    ['a hidden folder by its first letter', 'c', 0, 1],
    ['a name in other case', 'c', 1, 2]
  ])('a letter goes to %s', (_, key, from, to) => {
    expect(after(key, from)).toBe(to);
  });

  it('a letter that no name begins with is not ours', () => {
    expect(keyAction('z', ROWS, 0)).toBeNull();
    expect(keyAction('F10', ROWS, 0)).toBeNull();
  });

  it('Page Down and Page Up go ten rows', () => {
    expect(after('PageDown', 1)).toBe(11);
    expect(after('PageUp', 12)).toBe(2);
  });
});
