import type { Emulator } from '../gcs/emulator';

/** What the exchange refuses, in OAuth's words. */
export class Refusal extends Error {
  constructor(
    readonly error: string,
    description: string
  ) {
    super(description);
  }
}

interface IRule {
  readonly bucket: string;
  readonly prefix: string;
  readonly permissions: 'read' | 'all';
}

const ROLES = new Map<string, IRule['permissions']>([
  ['inRole:roles/storage.objectViewer', 'read'],
  ['inRole:roles/storage.objectUser', 'all'],
  ['inRole:roles/storage.objectAdmin', 'all']
]);

const TEXT = String.raw`'((?:[^'\\]|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})*)'`;
const CONDITION = new RegExp(
  String.raw`^resource\.name\.startsWith\(${TEXT}\) \|\| api\.getAttribute\('storage\.googleapis\.com/objectListPrefix', ''\)\.startsWith\(${TEXT}\)$`
);

/**
 * Read a Credential Access Boundary as far as the documents describe it for one bucket and one folder.
 *
 * Source: https://cloud.google.com/iam/docs/downscoping-short-lived-credentials
 *
 * @throws Refusal for everything else
 */
export function readBoundary(text: string | null): IRule {
  const rules = rulesIn(text);
  const [rule] = rules;
  if (rule === undefined || rules.length > 10) {
    throw new Refusal('invalid_request', 'One to ten rules are needed.');
  }
  const [, bucket = ''] =
    /^\/\/storage\.googleapis\.com\/projects\/_\/buckets\/([^/]+)$/.exec(
      String(rule['availableResource'])
    ) ?? [];
  const roles: unknown = rule['availablePermissions'];
  const permissions = Array.isArray(roles)
    ? ROLES.get(String(roles[0]))
    : undefined;
  if (bucket === '' || permissions === undefined) {
    throw new Refusal('invalid_request', 'A rule names a bucket and a role.');
  }
  return { bucket, permissions, prefix: prefixIn(rule, bucket) };
}

function rulesIn(text: string | null): Record<string, unknown>[] {
  try {
    const options = JSON.parse(text ?? '') as {
      accessBoundary: { accessBoundaryRules: Record<string, unknown>[] };
    };
    return options.accessBoundary.accessBoundaryRules;
  } catch {
    throw new Refusal('invalid_request', 'The options are no boundary.');
  }
}

function prefixIn(rule: Record<string, unknown>, bucket: string): string {
  const condition = rule['availabilityCondition'] as
    { expression: string } | undefined;
  if (condition === undefined) {
    return '';
  }
  const [, object = '', list = ''] = CONDITION.exec(condition.expression) ?? [];
  const start = `projects/_/buckets/${bucket}/objects/`;
  const name = unescapeCel(object);
  if (
    !name.startsWith(start) ||
    name.slice(start.length) !== unescapeCel(list)
  ) {
    throw new Refusal('invalid_request', 'The condition cannot be understood.');
  }
  return unescapeCel(list);
}

function unescapeCel(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/g, (_, short, long) =>
    String.fromCodePoint(parseInt(String(short ?? long), 16))
  );
}

/**
 * Let a member of the emulator do what a boundary allows, and nothing else in any bucket.
 */
export function confine(gcs: Emulator, member: string, rule: IRule): void {
  for (const bucket of gcs.store.buckets.values()) {
    const before = bucket.options.grants ?? [{ permissions: 'all' as const }];
    const { prefix, permissions } = rule;
    bucket.options = {
      ...bucket.options,
      grants: [
        ...(bucket.name === rule.bucket
          ? [{ prefix, member, permissions }]
          : []),
        { member, permissions: 'none' },
        ...before
      ]
    };
  }
}
