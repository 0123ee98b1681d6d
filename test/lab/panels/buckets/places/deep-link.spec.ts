import type { IRouter } from '@jupyterlab/application';
import { CommandRegistry } from '@lumino/commands';
import {
  followLinks,
  placeLink
} from '../../../../../src/lab/panels/buckets/places/deep-link';

/** JupyterLab, as far as it follows links: what it opens, where it goes, and which addresses it hands over. */
function lab(search: string) {
  const commands = new CommandRegistry();
  const gone: string[] = [];
  const navigated: string[] = [];
  const patterns: RegExp[] = [];
  const router = {
    current: { path: '/lab', search, hash: '', request: '' },
    navigate: (path: string) => navigated.push(path),
    register: ({ pattern }: IRouter.IRegisterOptions) => patterns.push(pattern)
  } as unknown as IRouter;
  followLinks(router, commands, Promise.resolve(), reference => {
    gone.push(reference);
  });
  const [id = ''] = commands.listCommands();
  const route = (args: Record<string, string | number>): Promise<void> =>
    commands.execute(id, args) as Promise<void>;
  return { route, gone, navigated, patterns };
}

describe('A link to a place', () => {
  it.each(['gs://b-1/a b/#?&=%2F\u202e.nc', 'gs://b-1/', 'gs://b-1/../x'])(
    'opens %j letter for letter',
    async reference => {
      const link = placeLink('https://hub.example/user/ann/lab', reference);
      const { search } = new URL(link);
      const { route, gone } = lab(search);

      await route({ path: '/lab', search });

      expect(gone).toEqual([reference]);
    }
  );

  it.each([
    '?leap=javascript:alert(1)',
    '?leap=https://evil.example/',
    `?leap=gs://b/${'x'.repeat(5000)}`,
    '?leap=',
    '?other=gs://b/'
  ])('opens nothing for %.40s', async search => {
    const { route, gone } = lab(search);

    await route({ path: '/lab', search });

    expect(gone).toEqual([]);
  });

  it('shows the place once, and runs nothing else', async () => {
    const search = '?leap=gs%3A%2F%2Fcmip6%2Fx&reset';
    const { route, gone, navigated, patterns } = lab(search);

    await route({ path: '/lab', search });
    await route({ search: 5, command: 'filebrowser:delete' });

    expect(gone).toEqual(['gs://cmip6/x']);
    expect(navigated).toEqual(['/lab?reset=']);
    expect(patterns[0]?.test(`/lab${search}`)).toBe(true);
  });
});
