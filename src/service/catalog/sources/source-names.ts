import { readUrl } from '../../web/read-url';

/**
 * A short name for each address, no two of them alike: its host, or its file, with as much of the path as it takes to
 * tell it from the others.
 */
export function sourceNames(addresses: readonly string[]): readonly string[] {
  const parts = addresses.map(partsOf);
  return parts.map((own, index) => {
    const others = parts.filter((_, at) => at !== index);
    const most = own.path.length;
    for (let depth = Math.min(1, most); depth < most; depth++) {
      const name = nameOf(own, depth);
      if (others.every(other => nameOf(other, depth) !== name)) {
        return name;
      }
    }
    const whole = nameOf(own, most);
    const twin = parts.findIndex(other => nameOf(other, most) === whole);
    // They differ by what is not shown, as a key is.
    return twin < index ? `${whole} (${String(index + 1)})` : whole;
  });
}

/**
 * An address as it may be shown: a private one may carry a key.
 */
export function withoutSecrets(address: string): string {
  const url = readUrl(address);
  if (url === null) {
    return address;
  }
  url.username = '';
  url.password = '';
  url.search = '';
  return url.href;
}

interface IParts {
  readonly host: string;
  readonly path: readonly string[];
}

function partsOf(address: string): IParts {
  const url = readUrl(withoutSecrets(address));
  if (url === null) {
    return { host: '', path: [address] };
  }
  const { host, pathname } = url;
  return { host, path: pathname.split('/').filter(part => part !== '') };
}

/** With the last `depth` parts of the path. */
function nameOf({ host, path }: IParts, depth: number): string {
  const shown = depth === 0 ? '' : path.slice(-depth).join('/');
  if (host === '') {
    return shown;
  }
  return shown === ''
    ? host
    : path.length > depth
      ? `${host}/…/${shown}`
      : `${host}/${shown}`;
}
