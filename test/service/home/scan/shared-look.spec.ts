import { SharedLook } from '../../../../src/service/home/scan/shared-look';

const always = (): boolean => true;

/** All that the first thread is given. */
function taken(look: SharedLook): number[] {
  const ids: number[] = [];
  for (let id = look.take(); id !== undefined; id = look.take()) {
    ids.push(id);
  }
  return ids;
}

describe('two threads that look at the same directories', () => {
  it('leave to the first what is not as it was, and what cannot be relied on', () => {
    const look = SharedLook.create(1000);
    const second = new SharedLook(look.buffers);

    second.help(id => id % 100 !== 7);

    expect(taken(look)).toEqual([
      7, 107, 207, 307, 407, 507, 607, 707, 807, 907
    ]);
    expect(look.rest(id => id !== 500)).toEqual([500]);
  });

  it('look at each once', () => {
    const look = SharedLook.create(1000);
    const own = [look.take(), look.take()];
    const helped: number[] = [];

    new SharedLook(look.buffers).help(id => {
      helped.push(id);
      return true;
    });
    own.push(...taken(look).values());

    expect([...own, ...helped].sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 1000 }, (_, id) => id)
    );
    expect(look.rest(always)).toEqual([]);
  });

  it('leave all to the first when the second takes no more', async () => {
    const look = SharedLook.create(1000);
    look.close();
    const helped: number[] = [];

    new SharedLook(look.buffers).help(id => helped.push(id) > 0);
    await look.helped(always);

    expect(helped).toEqual([]);
    expect(look.take()).toBeUndefined();
    expect(look.rest(always)).toHaveLength(1000);
  });

  it('do not wait for a second that died', async () => {
    const look = SharedLook.create(1000);
    const died = new SharedLook(look.buffers);
    expect(() => {
      died.help(() => {
        throw new Error('killed');
      });
    }).toThrow('killed');

    await look.helped(() => false);

    expect(taken(look)).toHaveLength(1000 - 256);
    expect(look.rest(always)).toHaveLength(256);
  });
});
