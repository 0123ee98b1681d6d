import { LeapError, type ImageReference } from '../../contract';

/** Longer than any registry's limits allow; what is longer is no reference and not worth looking at. */
const MAX_SPEC = 1024;

/** The longest repository name that the reference implementation takes. */
const MAX_REPOSITORY = 255;

const DOMAIN_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = new RegExp(
  `^(?:${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`
);
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST =
  /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** Characters of the registered algorithms' hashes, which are written in lower case. */
const HASH_LENGTHS = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128]
]);

/**
 * Read an image reference by the grammar of the OCI distribution specification and its reference
 * implementation (https://pkg.go.dev/github.com/distribution/reference).
 *
 * The first component is a registry when it could not be an organisation: it has a `.`, a `:` or an upper
 * case letter, or is `localhost`. That is how container engines decide too.
 *
 * @throws LeapError `bad-request` with one sentence that says which part is wrong.
 */
export function parseImageSpec(spec: string): ImageReference {
  checkCharacters(spec);
  const [beforeDigest, digest] = splitAtFirst(spec, '@');
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const name = colon === -1 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon === -1 ? null : beforeDigest.slice(colon + 1);
  const { registry, repository } = splitRegistry(name);
  checkRepository(repository);
  if (tag !== null) {
    checkTag(tag);
  }
  if (digest !== null) {
    checkDigest(digest);
  }
  const slash = repository.lastIndexOf('/');
  return {
    registry,
    organisation: slash === -1 ? null : repository.slice(0, slash),
    name: repository.slice(slash + 1),
    repository,
    tag,
    digest
  };
}

/**
 * The one text of a reference: what was parsed comes out again unchanged.
 */
export function formatReference(reference: ImageReference): string {
  const { registry, repository, tag, digest } = reference;
  return [
    registry === null ? '' : `${registry}/`,
    repository,
    tag === null ? '' : `:${tag}`,
    digest === null ? '' : `@${digest}`
  ].join('');
}

function splitAtFirst(text: string, mark: string): [string, string | null] {
  const index = text.indexOf(mark);
  return index === -1
    ? [text, null]
    : [text.slice(0, index), text.slice(index + 1)];
}

function splitRegistry(name: string): {
  registry: string | null;
  repository: string;
} {
  const [first, rest] = splitAtFirst(name, '/');
  const isRegistry =
    rest !== null && (/[.:A-Z]/.test(first) || first === 'localhost');
  if (!isRegistry) {
    return { registry: null, repository: name };
  }
  if (!HOST.test(first)) {
    throw wrong('The registry, before the first slash, is not a host name.');
  }
  return { registry: first, repository: rest };
}

function checkCharacters(spec: string): void {
  if (spec.length > MAX_SPEC) {
    throw wrong(`It is longer than ${MAX_SPEC} characters.`);
  }
  if (/^sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(spec)) {
    throw wrong('It is a digest alone, without the name of an image.');
  }
  if (/[^\x21-\x7e]/.test(spec)) {
    throw wrong(
      'It holds a space, a line break or a character that no image reference may have.'
    );
  }
}

function checkRepository(repository: string): void {
  if (repository.length > MAX_REPOSITORY) {
    throw wrong(`The image name is longer than ${MAX_REPOSITORY} characters.`);
  }
  if (/[A-Z]/.test(repository)) {
    throw wrong('An image name has no upper case letters.');
  }
  if (!repository.split('/').every(part => PATH_COMPONENT.test(part))) {
    throw wrong(
      'The image name may hold lower case letters, digits and single separators (. _ - /) only.'
    );
  }
}

function checkTag(tag: string): void {
  if (tag.length > 128) {
    throw wrong('The tag is longer than 128 characters.');
  }
  if (!TAG.test(tag)) {
    throw wrong(
      'The tag, after the colon, may hold letters, digits, dots, dashes and underscores only.'
    );
  }
}

function checkDigest(digest: string): void {
  const [algorithm, hash] = splitAtFirst(digest, ':');
  const length = HASH_LENGTHS.get(algorithm);
  if (length !== undefined && hash !== null) {
    if (hash.length !== length || !/^[0-9a-f]+$/.test(hash)) {
      throw wrong(
        `A ${algorithm} digest has exactly ${length} characters, digits and lower case a to f.`
      );
    }
    return;
  }
  if (!DIGEST.test(digest)) {
    throw wrong('The digest, after the @, is not an algorithm and a hash.');
  }
}

function wrong(sentence: string): LeapError {
  return new LeapError('bad-request', sentence);
}
