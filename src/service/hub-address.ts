type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a hub started this server.
 */
export function isOnHub(env: Environment): boolean {
  return Boolean(env['JUPYTERHUB_SERVICE_PREFIX'] ?? env['JUPYTERHUB_API_URL']);
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
