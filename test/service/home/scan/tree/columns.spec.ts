import { DirectoryColumns } from '../../../../../src/service/home/scan/tree/columns';
import {
  decodeName,
  encodeName
} from '../../../../../src/service/home/scan/tree/names';

describe('the columns of a walk', () => {
  it('keep every name while their memory grows', () => {
    const columns = DirectoryColumns.create();
    const start = {
      inode: 1,
      usedBytes: 0,
      changedMs: 0,
      statusMs: 0,
      sameDevice: true,
      sizeBytes: 0
    };
    const names = Array.from({ length: 40_000 }, (_, at) =>
      at % 2 ? `directory number ${at}` : `Verzeichnis für ${at} \uDCFF`
    );

    for (const name of names) {
      const isOdd = name.includes('\uDCFF');
      columns.add(0, isOdd ? encodeName(name) : name, start);
    }

    expect(columns.count).toBe(names.length);
    expect(names.map((_, id) => columns.nameText(id))).toEqual(names);
    expect(decodeName(columns.name(39_998))).toBe(names[39_998]);
  });
});
