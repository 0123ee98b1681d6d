import { describeOther } from '../../../src/service/image/other';
import type { OtherImage } from '../../../src/contract';
import { leapConfig } from '../../support/service/leap-config';

const PATTERN =
  '/hub/spawn/{user}/{server}?profile=cpu&profile-option-cpu--image--unlisted-choice={image}';
const ON_HUB = {
  JUPYTER_IMAGE_SPEC: 'pangeo/pangeo-notebook:2026.06.04',
  JUPYTERHUB_SERVICE_PREFIX: '/user/ann/',
  JUPYTERHUB_BASE_URL: '/',
  JUPYTERHUB_USER: 'ann'
};

function other(
  spec: string,
  env: Record<string, string | undefined> = ON_HUB,
  spawnUrl: string | null = PATTERN
): Promise<OtherImage> {
  return describeOther(
    spec,
    {
      config: leapConfig({ spawnUrl }),
      env,
      now: () => new Date('2026-11-23T12:00:00Z')
    },
    { proc: '/nowhere', dev: '/nowhere', pid: 1 }
  );
}

describe('describeOther', () => {
  it('links the start of a server beside this one, the packages and the recipes', async () => {
    expect(await other('pangeo/pangeo-notebook:2023.05.08')).toMatchObject({
      isThis: false,
      problem: null,
      spawnUrl:
        '/hub/spawn/ann/2023-05-08-pangeo-notebook?profile=cpu&profile-option-cpu--image--unlisted-choice=pangeo%2Fpangeo-notebook%3A2023.05.08',
      packagesUrl:
        'https://raw.githubusercontent.com/pangeo-data/pangeo-docker-images/2023.05.08/pangeo-notebook/packages.txt',
      recipesUrl:
        'https://github.com/pangeo-data/pangeo-docker-images/compare/2023.05.08..2026.06.04'
    });
  });

  it.each([
    'pangeo/pangeo-notebook:2026.06.04',
    'docker.io/pangeo/pangeo-notebook:2026.06.04',
    'index.docker.io/pangeo/pangeo-notebook:2026.06.04'
  ])('knows this image as %s', async spec => {
    expect((await other(spec)).isThis).toBe(true);
  });

  it.each([
    'quay.io/pangeo/pangeo-notebook:2026.06.04',
    'pangeo/ml-notebook:2026.06.04',
    'pangeo/pangeo-notebook'
  ])('knows %s for another image', async spec => {
    expect((await other(spec)).isThis).toBe(false);
  });

  it.each([
    ['the operator hides it', ON_HUB, null],
    ['there is no hub', { JUPYTERHUB_USER: 'ann' }, PATTERN],
    ['nobody is known', { ...ON_HUB, JUPYTERHUB_USER: ' ' }, PATTERN]
  ])('links no start where %s', async (_, env, pattern) => {
    const spec = 'pangeo/pangeo-notebook:2023.05.08';
    expect((await other(spec, env, pattern)).spawnUrl).toBeNull();
  });

  it('takes a pattern that is a whole address', async () => {
    const { spawnUrl } = await other(
      'x:1',
      ON_HUB,
      'https://hub.example.org/hub/spawn/{user}?image={image}'
    );
    expect(spawnUrl).toBe('https://hub.example.org/hub/spawn/ann?image=x%3A1');
  });

  it('B50 cannot be led elsewhere by a user or an image', async () => {
    const { spawnUrl } = await other('x:1', {
      ...ON_HUB,
      JUPYTERHUB_USER: '../../evil?a={image}&b#'
    });
    expect(spawnUrl).toMatch(
      /^\/hub\/spawn\/\.\.%2F\.\.%2Fevil%3Fa%3D%7Bimage%7D%26b%23\//
    );
  });

  it('B50 says what is wrong with a spec and links nothing', async () => {
    expect(await other('<img onerror=x>')).toMatchObject({
      reference: null,
      isThis: false,
      packagesUrl: null,
      spawnUrl: null,
      recipesUrl: null
    });
  });
});
