import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { PartialJSONValue } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import { FollowedSettings } from '../../src/lab/followed-settings';

type Fields = Readonly<Record<string, PartialJSONValue>>;

/** As in JupyterLab 4.2: each change sends everything, and what is on the server afterwards is told to all. */
class OldRegistry {
  saved: Fields = {};
  readonly changed = new Signal<this, undefined>(this);
  /** Answers each write when the test says so. */
  readonly answers: (() => void)[] = [];
  isFull = false;

  load(): Promise<unknown> {
    return Promise.resolve({
      get: (name: string) => ({ composite: this._known[name] }),
      set: (name: string, value: PartialJSONValue) =>
        this.set('jupyterlab-leap:home', name, value),
      changed: {
        connect: (slot: (settings: unknown) => void, self: unknown) =>
          this.changed.connect(() => {
            slot.call(self, {
              get: (name: string) => ({ composite: this._known[name] })
            });
          })
      }
    });
  }

  async set(
    _plugin: string,
    name: string,
    value: PartialJSONValue
  ): Promise<void> {
    this._known = { ...this._known, [name]: value };
    const sent = this._known;
    await new Promise<void>(resolve => this.answers.push(resolve));
    if (this.isFull) {
      throw new Error('no space left');
    }
    this.saved = sent;
    this.tell();
  }

  /** Something was changed, here or elsewhere. */
  tell(): void {
    this._known = this.saved;
    this.changed.emit(undefined);
  }

  private _known: Fields = {};
}

class Text extends FollowedSettings<string> {
  constructor(
    registry: OldRegistry,
    private readonly _field: string
  ) {
    super(
      registry as unknown as ISettingRegistry,
      'jupyterlab-leap:home',
      read => {
        const given = read(_field);
        return typeof given === 'string' ? given : 'none';
      }
    );
  }

  write(text: string): Promise<void> {
    return this.keep(text, this._field, text);
  }
}

/** Longer than any chain of promises. */
const later = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

describe('FollowedSettings', () => {
  it('loses neither of two that are changed at once, and shows no old one between', async () => {
    const registry = new OldRegistry();
    const order = new Text(registry, 'order');
    const picture = new Text(registry, 'picture');
    await later();
    const seen: string[] = [];
    order.stateChanged.connect(() => seen.push(order.state));

    const both = [picture.write('shown'), order.write('size')];
    await later();
    // The last that was sent is answered first.
    while (registry.answers.length > 0) {
      registry.answers.pop()?.();
      await later();
    }
    await Promise.all(both);

    expect(registry.saved).toEqual({ picture: 'shown', order: 'size' });
    expect([picture.state, order.state]).toEqual(['shown', 'size']);
    expect(seen).toEqual(['size']);
  });

  it('follows what is changed elsewhere', async () => {
    const registry = new OldRegistry();
    const order = new Text(registry, 'order');
    await later();
    registry.saved = { order: 'name' };
    registry.tell();

    expect(order.state).toBe('name');
  });

  it('keeps what was chosen where it cannot be written, and writes the next one', async () => {
    const registry = new OldRegistry();
    const order = new Text(registry, 'order');
    await later();
    registry.isFull = true;
    const first = order.write('size');
    await later();
    registry.answers.pop()?.();
    await first;
    expect(order.state).toBe('size');

    registry.isFull = false;
    const second = order.write('name');
    await later();
    registry.answers.pop()?.();
    await second;
    expect(registry.saved).toEqual({ order: 'name' });
  });
});
