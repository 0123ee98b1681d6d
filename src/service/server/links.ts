import type { HubLink } from '../../contract';
import type { Config } from '../config';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a hub started this server.
 */
export function isOnHub(env: Environment): boolean {
  return Boolean(env['JUPYTERHUB_SERVICE_PREFIX'] ?? env['JUPYTERHUB_API_URL']);
}

/**
 * The pages of the hub around this server, then the documentation; without a hub the documentation alone.
 *
 * Where the hub has no host of its own (no subdomains), its pages are on the host that the browser already talks
 * to, whatever name that has there: they are given as paths.
 */
export function hubLinks(
  config: Pick<Config, 'hubUrl' | 'quotaPage' | 'documentationUrl'>,
  env: Environment
): HubLink[] {
  const { quotaPage, documentationUrl } = config;
  const base = isOnHub(env) ? hubBase(config.hubUrl, env) : null;
  const links: (HubLink | null)[] = [
    base === null
      ? null
      : { kind: 'control-panel', address: `${base}hub/home` },
    base === null ? null : { kind: 'tokens', address: `${base}hub/token` },
    base === null || quotaPage === null
      ? null
      : { kind: 'quota', address: quotaAddress(base, quotaPage) },
    documentationUrl === null
      ? null
      : { kind: 'documentation', address: documentationUrl }
  ];
  return links.filter(link => link !== null);
}

/**
 * Where the hub's own paths begin, with a closing slash; null when nothing says so.
 */
export function hubBase(
  hubUrl: string | null,
  env: Environment
): string | null {
  // Set by hubs of version 5 that know their own public address: `https://hub.example.org/base/hub/`.
  const own = webBase(env['JUPYTERHUB_PUBLIC_HUB_URL']);
  if (own !== null) {
    return own.replace(/hub\/$/, '');
  }
  const path = basePath(env);
  const host = webBase(env['JUPYTERHUB_HOST']);
  if (path !== null) {
    return host === null ? path : host.replace(/\/$/, '') + path;
  }
  return webBase(hubUrl ?? undefined);
}

/** The hub's base path: its own variable, else what stands before `/user/` in this server's. */
function basePath(env: Environment): string | null {
  const base = env['JUPYTERHUB_BASE_URL']?.trim();
  if (base && isPath(base)) {
    return base.endsWith('/') ? base : `${base}/`;
  }
  const prefix = env['JUPYTERHUB_SERVICE_PREFIX']?.trim() ?? '';
  const [, before] = /^(\/(?:.*\/)?)user\//.exec(prefix) ?? [];
  return before !== undefined && isPath(before) ? before : null;
}

/** `//host` and `/\host` are other hosts to a browser. */
function isPath(text: string): boolean {
  return /^\/(?![/\\])[^\s?#\\]*$/.test(text);
}

/** An http(s) address with a closing slash and nothing behind it; null for everything else. */
function webBase(text: string | undefined): string | null {
  const url = URL.parse(text?.trim() ?? '');
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && isWeb && url.username === '' && url.password === ''
    ? `${url.origin}${url.pathname.replace(/\/*$/, '/')}`
    : null;
}

/** A path below the hub's base, or an address of its own. */
function quotaAddress(base: string, quotaPage: string): string {
  return quotaPage.startsWith('/') ? base + quotaPage.slice(1) : quotaPage;
}
