/**
 * An image's name as people say it: `pangeo-notebook:2026.06.04`, a digest cut to what tells it from others.
 */
export function shortSpec(spec: string): string {
  return spec
    .replace(/^(?:[^@]*\/)?([^/@]+)/, '$1')
    .replace(/@([^:@]+:.{12}).*$/s, '@$1…');
}

/**
 * What the hub's field takes: only what has a colon with something behind it, `^.+:.+$`.
 */
export function fieldText(spec: string): string {
  const name = spec.slice(spec.lastIndexOf('/') + 1);
  return /[:@]/.test(name) ? spec : `${spec}:latest`;
}
