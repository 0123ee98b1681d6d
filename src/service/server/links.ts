import type { HubLink } from '../../contract';
import type { Config } from '../config';
import { hubBase, isOnHub } from '../hub-address';

type Environment = Readonly<Record<string, string | undefined>>;

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

/** A path below the hub's base, or an address of its own. */
function quotaAddress(base: string, quotaPage: string): string {
  return quotaPage.startsWith('/') ? base + quotaPage.slice(1) : quotaPage;
}
