import { mountsBelow } from '../../../../../src/service/home/scan/tree/mounts';

describe('mounts below a directory', () => {
  const line = (id: number, parent: number, point: string): string =>
    `${id} ${parent} 98:0 /volume/a ${point} rw,noatime master:1 - nfs4 server:/volume rw\n`;

  it('B28 are found by their mount point alone, nested ones left to the outer', () => {
    const mountinfo = Buffer.from(
      [
        line(30, 1, '/'),
        line(31, 30, '/home'),
        line(32, 31, '/home/jovyan'),
        line(33, 32, '/home/jovyan/shared'),
        line(34, 33, '/home/jovyan/shared/deeper'),
        line(35, 31, '/home/jovyan2/x'),
        line(36, 32, '/home/jovyan/a\\040b\\134c')
      ].join('')
    );

    expect(mountsBelow(mountinfo, '/home/jovyan')).toEqual([
      'a b\\c',
      'shared'
    ]);
    expect(mountsBelow(mountinfo, '/')).toEqual(['home']);
    expect(mountsBelow(mountinfo, '/home/jovyan/shared/deeper')).toEqual([]);
  });

  it('B28 are none of those that something mounted later covers', () => {
    const mountinfo = Buffer.from(
      [
        line(30, 1, '/'),
        line(33, 30, '/home/jovyan/shared'),
        line(34, 30, '/home/jovyan'),
        line(35, 34, '/home/jovyan'),
        line(36, 35, '/home/jovyan/scratch'),
        line(37, 36, '/home/jovyan/scratch')
      ].join('')
    );

    expect(mountsBelow(mountinfo, '/home/jovyan')).toEqual(['scratch']);
    expect(mountsBelow(mountinfo, '/home')).toEqual(['jovyan']);
  });

  it('B28 are all that are named where the root itself is not', () => {
    const mountinfo = Buffer.from(line(36, 35, '/home/jovyan/shared'));

    expect(mountsBelow(mountinfo, '/home/jovyan')).toEqual(['shared']);
  });

  it('B14 keep the bytes of their names', () => {
    const mountinfo = Buffer.from(line(36, 35, '/home/\xff'), 'latin1');

    expect(mountsBelow(mountinfo, '/home')).toEqual(['\uDCFF']);
  });
});
