import type { AddedPackages, Image, ImagePackages } from '../../../../contract';
import { copyForm } from '../copy/copy-forms';
import { environmentYml, installFile } from '../packages/install-files';
import { keyPackages } from '../packages/key-packages';

/**
 * A file of a repository that repo2docker builds.
 */
export interface IRepositoryFile {
  readonly name: 'Dockerfile' | 'environment.yml' | 'requirements.txt';
  readonly text: string;
  /** Created unless the user decides otherwise. */
  readonly isSuggested: boolean;
}

/** Names that conda-forge has for what Python calls otherwise. */
const CONDA_NAMES: Readonly<Record<string, string>> = { torch: 'pytorch' };

/**
 * The files that build this server's software again. repo2docker takes the Dockerfile when there is one, then
 * environment.yml, then requirements.txt; so the first that works elsewhere is suggested.
 *
 * An image that only this hub can pull is no base for anybody else's.
 */
export function repositoryFiles(
  image: Image,
  added: AddedPackages | null,
  installed: ImagePackages | null
): readonly IRepositoryFile[] {
  const dockerfile =
    (added && installFile('dockerfile', added, image)) ?? onlyFrom(image);
  const environment = environmentOf(image, added, installed);
  const requirements = added && installFile('requirements-txt', added, image);
  const isBase = dockerfile !== null && image.availability !== 'private';
  const files: [IRepositoryFile['name'], string | null, boolean][] = [
    ['Dockerfile', dockerfile, isBase],
    ['environment.yml', environment, !isBase],
    ['requirements.txt', requirements, false]
  ];
  return files.flatMap(([name, text, isSuggested]) =>
    text === null ? [] : [{ name, text, isSuggested }]
  );
}

function onlyFrom(image: Image): string | null {
  const line = copyForm('dockerfile-from', { image, packages: [] });
  return line === null ? null : `${line}\n`;
}

/** Python, the key packages and what was added: small enough to be solved, exact where it counts. */
function environmentOf(
  image: Image,
  added: AddedPackages | null,
  installed: ImagePackages | null
): string | null {
  const extra = added?.packages ?? [];
  const names = new Set(extra.map(({ name }) => name.toLowerCase()));
  const key = keyPackages(installed?.packages ?? [])
    .filter(({ name }) => !names.has(name))
    .map(({ name, version }) => ({ name: CONDA_NAMES[name] ?? name, version }));
  const python =
    image.pythonVersion === null
      ? []
      : [{ name: 'python', version: image.pythonVersion }];
  const conda = [
    ...python,
    ...key,
    ...extra.filter(({ source }) => source === 'conda')
  ];
  const pip = extra.filter(({ source }) => source === 'pip');
  return conda.length + pip.length === 0
    ? null
    : environmentYml('# Made from a running server', conda, pip);
}
