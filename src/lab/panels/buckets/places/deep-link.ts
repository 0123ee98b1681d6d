import type { IRouter } from '@jupyterlab/application';
import type { CommandRegistry } from '@lumino/commands';
import { CommandIDs } from '../../../commands';

/** `/lab?leap=gs://bucket/path`. */
const FIELD = 'leap';

/** As long as the server reads. */
const MAX_LENGTH = 4096;

/**
 * The link that opens a place.
 *
 * @param page - The address of JupyterLab.
 */
export function placeLink(page: string, reference: string): string {
  return `${page}?${FIELD}=${encodeURIComponent(reference)}`;
}

/**
 * Open the place of a link when JupyterLab starts with one. It is shown and nothing else: a link never acts.
 */
export function followLinks(
  router: IRouter,
  commands: CommandRegistry,
  restored: Promise<unknown>,
  goTo: (reference: string) => void
): void {
  commands.addCommand(CommandIDs.openPlaceLink, {
    isVisible: () => false,
    describedBy: {
      args: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          search: { type: 'string' },
          hash: { type: 'string' },
          request: { type: 'string' }
        }
      }
    },
    execute: args => {
      const search = typeof args['search'] === 'string' ? args['search'] : '';
      const reference = linkedPlace(search);
      if (reference !== null) {
        goTo(reference);
        // Until then JupyterLab writes the address itself.
        void restored.then(() => {
          forget(router);
        });
      }
    }
  });
  router.register({
    command: CommandIDs.openPlaceLink,
    pattern: new RegExp(`[?&]${FIELD}=`)
  });
}

/** The place that an address of JupyterLab names; null: none. */
function linkedPlace(search: string): string | null {
  const reference = new URLSearchParams(search).get(FIELD);
  return reference !== null &&
    /^gs:\/\//.test(reference) &&
    reference.length <= MAX_LENGTH
    ? reference
    : null;
}

/** So that a reload comes back to where the user has gone since. */
function forget(router: IRouter): void {
  const { path, hash, search } = router.current;
  const fields = new URLSearchParams(search);
  fields.delete(FIELD);
  const rest = fields.toString();
  router.navigate(`${path}${rest === '' ? '' : `?${rest}`}${hash}`, {
    skipRouting: true
  });
}
