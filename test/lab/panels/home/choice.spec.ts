import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Choice } from '../../../../src/lab/panels/home/choice';

const ORDERS = ['size', 'name'] as const;

/** Settings that hold this, or cannot be read. */
function registry(composite?: unknown) {
  const written: unknown[] = [];
  return {
    written,
    load: () =>
      composite === undefined
        ? Promise.reject(new Error('not this time'))
        : Promise.resolve({
            get: () => ({ composite }),
            changed: { connect: () => true }
          }),
    set: (...what: unknown[]) => {
      written.push(what);
      return Promise.resolve();
    }
  };
}

function choice(
  settings: ReturnType<typeof registry>
): Choice<'size' | 'name'> {
  return new Choice(settings as unknown as ISettingRegistry, 'sortBy', ORDERS);
}

describe('Choice', () => {
  it('is the first of what there is, and goes to the user’s settings when it is made', async () => {
    const settings = registry();
    const order = choice(settings);
    expect(order.state).toBe('size');

    await order.choose('name');

    expect(order.state).toBe('name');
    expect(settings.written).toEqual([
      ['jupyterlab-leap:home', 'sortBy', 'name']
    ]);
  });

  it('is what was chosen the last time', async () => {
    const order = choice(registry('name'));
    await Promise.resolve();
    await Promise.resolve();

    expect(order.state).toBe('name');
  });

  it.each(['weight', 7, null, {}])(
    'does not follow settings that say %p',
    async given => {
      const order = choice(registry(given));
      await Promise.resolve();
      await Promise.resolve();

      expect(order.state).toBe('size');
    }
  );
});
