/**
 * An image's name as people say it: `pangeo-notebook:2026.06.04`, a digest cut to what tells it from others.
 */
export function shortSpec(spec: string): string {
  return spec
    .replace(/^(?:[^@]*\/)?([^/@]+)/, '$1')
    .replace(/@([^:@]+:.{12}).*$/s, '@$1…');
}

/**
 * Two images by what tells them apart: their tags where the name is the same, else both names and tags.
 */
export function distinctSpecs(
  one: string,
  other: string
): readonly [string, string] {
  const [a, b] = [shortSpec(one), shortSpec(other)];
  const [name = '', ...tags] = a.split(':');
  const rest = b.startsWith(`${name}:`) ? b.slice(name.length + 1) : '';
  const isSameName = rest !== '' && tags.length > 0 && a !== b;
  return isSameName ? [tags.join(':'), rest] : [a, b];
}

/**
 * What the hub's field takes: only what has a colon with something behind it, `^.+:.+$`.
 */
export function fieldText(spec: string): string {
  const name = spec.slice(spec.lastIndexOf('/') + 1);
  return /[:@]/.test(name) ? spec : `${spec}:latest`;
}
