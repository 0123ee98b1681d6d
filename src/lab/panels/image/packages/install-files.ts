import type { AddedPackage, AddedPackages, Image } from '../../../../contract';
import type { IKeyPackage } from './key-packages';
import { posixWord } from '../../../shell-word';
import { yamlString } from '../../../yaml-string';

/**
 * The files that bring added packages back.
 */
export const INSTALL_FORMS = [
  'environment-yml',
  'requirements-txt',
  'dockerfile',
  'install-again'
] as const;

/** A form that brings the added packages back. */
export type InstallForm = (typeof INSTALL_FORMS)[number];

/**
 * Whether a text from outside, such as a command's argument, names a form.
 */
export function isInstallForm(value: unknown): value is InstallForm {
  return INSTALL_FORMS.some(form => form === value);
}

/**
 * The added packages in one form; null where there is none: nothing was added, or a Dockerfile has no image to
 * begin from.
 */
export function installFile(
  form: InstallForm,
  added: AddedPackages,
  image: Image
): string | null {
  const packages = added.packages.filter(isPlain);
  if (packages.length === 0) {
    return null;
  }
  const conda = packages.filter(({ source }) => source === 'conda');
  const pip = packages.filter(({ source }) => source === 'pip');
  const base = image.reference === null ? null : image.spec;
  switch (form) {
    case 'environment-yml':
      return environmentYml(heading(base), conda, pip);
    case 'requirements-txt':
      return requirementsTxt(conda, pip, base);
    case 'dockerfile':
      return base === null ? null : dockerfile(conda, pip, base);
    case 'install-again':
      return lines(...installCommands(conda, pip, ''));
  }
}

/** What no package can be called has no place in a file that installs packages, however well it is quoted. */
function isPlain({ name, version }: IKeyPackage): boolean {
  return (
    /^[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?$/.test(name) &&
    /^[A-Za-z0-9][A-Za-z0-9.!+_*-]*$/.test(version)
  );
}

/**
 * A conda environment file. What no package can be called is left out.
 *
 * @param comment - Its first line.
 */
export function environmentYml(
  comment: string,
  conda: readonly IKeyPackage[],
  pip: readonly IKeyPackage[]
): string {
  return lines(
    comment,
    'channels:',
    '  - conda-forge',
    'dependencies:',
    ...conda.filter(isPlain).map(each => `  - ${yamlString(condaSpec(each))}`),
    ...(pip.length === 0 ? [] : ['  - pip', '  - pip:']),
    ...pip.filter(isPlain).map(each => `      - ${yamlString(pipSpec(each))}`)
  );
}

/** Names in conda are not always those of Python, so what conda installed is told and not asked for. */
function requirementsTxt(
  conda: readonly AddedPackage[],
  pip: readonly AddedPackage[],
  base: string | null
): string {
  return lines(
    heading(base),
    ...conda.map(each => `# installed with conda: ${condaSpec(each)}`),
    ...pip.map(pipSpec)
  );
}

/** The images of this hub name their environment in NB_PYTHON_PREFIX; elsewhere conda lies in /opt/conda. */
function dockerfile(
  conda: readonly AddedPackage[],
  pip: readonly AddedPackage[],
  base: string
): string {
  const prefix = '--prefix "${NB_PYTHON_PREFIX:-/opt/conda}" ';
  const commands = installCommands(conda, pip, prefix);
  return lines(`FROM ${base}`, ...commands.map(each => `RUN ${each}`));
}

function installCommands(
  conda: readonly AddedPackage[],
  pip: readonly AddedPackage[],
  prefix: string
): string[] {
  const words = (specs: readonly string[]): string =>
    specs.map(posixWord).join(' ');
  return [
    ...(conda.length === 0
      ? []
      : [
          `conda install --yes --channel conda-forge ${prefix}${words(conda.map(condaSpec))}`
        ]),
    ...(pip.length === 0
      ? []
      : [`python -m pip install --no-cache-dir ${words(pip.map(pipSpec))}`])
  ];
}

function heading(base: string | null): string {
  return base === null
    ? '# Packages added to this image'
    : `# Packages added to ${base}`;
}

function condaSpec({ name, version }: IKeyPackage): string {
  return `${name}=${version}`;
}

function pipSpec({ name, version }: IKeyPackage): string {
  return `${name}==${version}`;
}

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
