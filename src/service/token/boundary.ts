import type { TokenWish } from '../../contract';

/** Reading is looking at and listing objects; writing adds making, replacing and deleting them, never who may do so. */
const ROLES = {
  read: 'inRole:roles/storage.objectViewer',
  write: 'inRole:roles/storage.objectUser'
} as const;

/**
 * A Credential Access Boundary: the most that a token exchanged with it can do.
 *
 * Objects are bound by the beginning of their name, lists by the prefix that is asked for. A folder's prefix ends with
 * its slash, so `ann/` never covers `anna/`.
 *
 * @see https://cloud.google.com/iam/docs/downscoping-short-lived-credentials
 */
export function accessBoundary({ bucket, prefix, access }: TokenWish): object {
  const rule = {
    availableResource: `//storage.googleapis.com/projects/_/buckets/${bucket}`,
    availablePermissions: [ROLES[access]]
  };
  const objects = celText(`projects/_/buckets/${bucket}/objects/${prefix}`);
  const lists = `api.getAttribute('storage.googleapis.com/objectListPrefix', '')`;
  return {
    accessBoundary: {
      accessBoundaryRules: [
        prefix === ''
          ? rule
          : {
              ...rule,
              availabilityCondition: {
                title: 'One folder',
                expression: `resource.name.startsWith(${objects}) || ${lists}.startsWith(${celText(prefix)})`
              }
            }
      ]
    }
  };
}

/**
 * Text as a string of the Common Expression Language: all but plain characters escaped, so that no name can end it.
 *
 * @see https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values
 */
function celText(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9 _./@+-]/gu, character => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `'${escaped}'`;
}
