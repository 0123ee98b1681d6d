import { PageConfig } from '@jupyterlab/coreutils';
import {
  readSearch,
  writeSearch,
  type ICatalogSearch
} from './search/search-state';

/** The field of JupyterLab's address that carries a search. */
const FIELD = 'leap-catalog';

/**
 * The search that JupyterLab's address asks for; null: none. It is looked at and nothing more.
 *
 * @param query - What follows the address's path, `?leap-catalog=…`.
 */
export function linkedSearch(query: string): ICatalogSearch | null {
  const line = new URLSearchParams(query).get(FIELD);
  return line === null ? null : readSearch(line);
}

/**
 * The address at which a search opens. On a hub it is everybody's own server that opens it.
 *
 * @param serverUrl - Of this server, with its closing slash; where there is no hub.
 */
export function linkTo(search: ICatalogSearch, serverUrl: string): string {
  const hub = PageConfig.getOption('hubPrefix');
  const base =
    hub === ''
      ? serverUrl
      : `${PageConfig.getOption('hubHost') || location.origin}${hub}user-redirect/`;
  return `${base}lab?${FIELD}=${encodeURIComponent(writeSearch(search))}`;
}
