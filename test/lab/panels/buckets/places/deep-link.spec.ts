import type { IRouter } from '@jupyterlab/application';
import { CommandRegistry } from '@lumino/commands';
import {
  followLinks,
  linkedPlace,
  placeLink
} from '../../../../../src/lab/panels/buckets/places/deep-link';

describe('placeLink', () => {
  it.each(['gs://b-1/a b/#?&=%2F\u202e.nc', 'gs://b-1/', 'gs://b-1/../x'])(
    'names %j so that it is read back letter for letter',
    reference => {
      const link = placeLink('https://hub.example/user/ann/lab', reference);
      expect(linkedPlace(new URL(link).search)).toBe(reference);
    }
  );
});

describe('linkedPlace', () => {
  it.each([
    '?leap=javascript:alert(1)',
    '?leap=https://evil.example/',
    `?leap=gs://b/${'x'.repeat(5000)}`,
    '?leap=',
    '?other=gs://b/'
  ])('finds no place in %.40s', search => {
    expect(linkedPlace(search)).toBeNull();
  });
});

describe('followLinks', () => {
  it('shows the place once, and runs nothing else', async () => {
    const commands = new CommandRegistry();
    const navigated: string[] = [];
    const patterns: RegExp[] = [];
    const search = '?leap=gs%3A%2F%2Fcmip6%2Fx&reset';
    const router = {
      current: { path: '/lab', search, hash: '', request: '' },
      navigate: (path: string) => navigated.push(path),
      register: ({ pattern }: IRouter.IRegisterOptions) =>
        patterns.push(pattern)
    };
    const gone: string[] = [];
    const restored = Promise.resolve();
    followLinks(router as unknown as IRouter, commands, restored, reference => {
      gone.push(reference);
    });
    const [id = ''] = commands.listCommands();
    await commands.execute(id, { path: '/lab', search });
    await commands.execute(id, { search: 5, command: 'filebrowser:delete' });
    expect(gone).toEqual(['gs://cmip6/x']);
    expect(navigated).toEqual(['/lab?reset=']);
    expect(patterns[0]?.test(`/lab${search}`)).toBe(true);
  });
});
