import type { ImageReference } from '../../contract';
import type { Config } from '../config';
import { hubBase, isOnHub } from '../hub-address';
import { formatReference } from './reference';

type Environment = Readonly<Record<string, string | undefined>>;

/** JupyterHub puts the name into the pod's name, whose length is limited. */
const MAX_SERVER_NAME = 30;

/**
 * The hub's page that starts a server with an image; null without a hub, a user, or a form for it.
 *
 * `{user}`, `{server}` and `{image}` are filled in, each percent-encoded. The server gets a name of its own, made of
 * the image's, so that it starts beside this one: the hub answers a request for a server that runs with that server.
 */
export function spawnUrlOf(
  reference: ImageReference | null,
  config: Pick<Config, 'spawnUrl' | 'hubUrl'>,
  env: Environment
): string | null {
  const { spawnUrl, hubUrl } = config;
  const user = env['JUPYTERHUB_USER']?.trim();
  const base = isOnHub(env) ? hubBase(hubUrl, env) : null;
  if (reference === null || spawnUrl === null || base === null || !user) {
    return null;
  }
  const values: Readonly<Record<string, string>> = {
    user,
    server: serverName(reference),
    image: formatReference(reference)
  };
  const filled = spawnUrl.replace(
    /\{(user|server|image)\}/g,
    (mark, key: string) => encodeURIComponent(values[key] ?? mark)
  );
  return filled.startsWith('/') ? base + filled.slice(1) : filled;
}

/** `2023-05-08-pangeo-notebook`: lower case letters, digits and dashes, as every hub takes them. */
function serverName({ name, tag, digest }: ImageReference): string {
  const version = tag ?? digest?.replace(/^[^:]*:(.{8}).*$/, '$1') ?? '';
  const words = `${version}-${name}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, MAX_SERVER_NAME).replace(/^-+|-+$/g, '');
}
