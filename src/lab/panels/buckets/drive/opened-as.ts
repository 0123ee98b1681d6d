/** Ends of names of plain text, shown in the editor. */
const TEXT = new Set(
  'txt md rst py r jl m sh yaml yml toml ini cfg conf json geojson xml html htm svg css js ts log cdl tex bib sql f90 c cpp h ncl qmd zattrs zgroup zarray zmetadata'.split(
    ' '
  )
);

/** Pictures that hold pixels and nothing else: SVG and HTML are shown as their text. */
const PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp']);

/** A document beyond this makes the browser slow; data of this size are for code. */
export const MAX_BYTES = 10_000_000;

/**
 * The widget factory that shows an object of this name; null: JupyterLab has none that would be of use.
 */
export function factoryOf(name: string): string | null {
  const ending = endingOf(name);
  if (PICTURES.has(ending)) {
    return 'Image';
  }
  switch (ending) {
    case 'csv':
      return 'CSVTable';
    case 'tsv':
      return 'TSVTable';
    case 'ipynb':
      return 'Notebook';
    default:
      return TEXT.has(ending) || isBareText(name) ? 'Editor' : null;
  }
}

/**
 * Whether an object of this name is a notebook.
 */
export function isNotebook(name: string): boolean {
  return endingOf(name) === 'ipynb';
}

/**
 * The kind of a picture of this name, as browsers call it.
 */
export function pictureType(name: string): string {
  const ending = endingOf(name);
  return `image/${ending === 'jpg' ? 'jpeg' : ending}`;
}

/**
 * Whether an object of this name is a picture.
 */
export function isPicture(name: string): boolean {
  return PICTURES.has(endingOf(name));
}

/** A slash at the end of an object's name says nothing of what is in it. */
function endingOf(name: string): string {
  return /\.([^./]+)\/*$/.exec(name.toLowerCase())?.[1] ?? '';
}

function isBareText(name: string): boolean {
  return /(^|\/)(readme|license|makefile|dockerfile|_success)\/*$/i.test(name);
}
