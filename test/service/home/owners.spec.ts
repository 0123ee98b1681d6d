import { Owners, type IOwnerFiles } from '../../../src/service/home/owners';

/** A machine on which these paths belong to these accounts; what is missing cannot be looked at. */
function machine(
  uids: Readonly<Record<string, number>>,
  accounts = 'root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n'
): IOwnerFiles & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    lstat: path => {
      asked.push(path.toString('latin1'));
      const uid = uids[path.toString('latin1')];
      return uid === undefined
        ? Promise.reject(new Error('EACCES'))
        : Promise.resolve({ uid });
    },
    readFile: () =>
      accounts === ''
        ? Promise.reject(new Error('ENOENT'))
        : Promise.resolve(accounts)
  };
}

describe('Owners of what could not be read', () => {
  const closed = (path: string) => ({ path, reason: 'EACCES' });

  it('are named where permissions are the reason, and only there', async () => {
    const files = machine({ '/home/ann/theirs': 0, '/home/ann/mine': 1000 });
    const owners = new Owners(files, 1000);

    expect(
      await owners.named('/home/ann', [
        closed('theirs'),
        closed('mine'),
        { path: 'broken', reason: 'EIO' }
      ])
    ).toEqual([
      { ...closed('theirs'), owner: { name: 'root', isYou: false } },
      { ...closed('mine'), owner: { name: 'ann', isYou: true } },
      { path: 'broken', reason: 'EIO' }
    ]);
  });

  it('are those of the folder above where that is what keeps others out', async () => {
    const owners = new Owners(machine({ '/home/ann/theirs': 0 }), 1000);

    const [part] = await owners.named('/home/ann', [closed('theirs/a/b')]);

    expect(part?.owner).toEqual({ name: 'root', isYou: false });
  });

  it('have a number where the machine has no name for them', async () => {
    const [nameless] = await new Owners(
      machine({ '/home/ann/': 4321 }),
      1000
    ).named('/home/ann', [closed('')]);
    const [unlisted] = await new Owners(machine({ '/h/x': 7 }, ''), 1000).named(
      '/h',
      [closed('x')]
    );

    expect(nameless?.owner?.name).toBe('user 4321');
    expect(unlisted?.owner?.name).toBe('user 7');
  });

  it('are nobody where nothing can be looked at', async () => {
    expect(await new Owners(machine({})).named('/h', [closed('x')])).toEqual([
      closed('x')
    ]);
  });

  it('B14 are asked for by the bytes of a name, once', async () => {
    const files = machine({ '/h/bad\u00ff': 0 });
    const owners = new Owners(files, 1000);

    await owners.named('/h', [closed('bad\udcff')]);
    const [part] = await owners.named('/h', [closed('bad\udcff')]);

    expect(part?.owner?.name).toBe('root');
    expect(files.asked).toHaveLength(1);
  });
});
