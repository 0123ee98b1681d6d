/** Ends of names of plain text, shown in the editor. */
const TEXT = new Set(
  'txt md rst py r jl m sh yaml yml toml ini cfg conf json geojson xml html htm svg css js ts log cdl tex bib sql f90 c cpp h ncl qmd zattrs zgroup zarray zmetadata'.split(
    ' '
  )
);

/** Pictures that hold pixels and nothing else: SVG and HTML are shown as their text. */
const PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp']);

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
 * Whether an object of this name is a picture.
 */
export function isPicture(name: string): boolean {
  return PICTURES.has(endingOf(name));
}

function endingOf(name: string): string {
  return /\.([^./]+)$/.exec(name.toLowerCase())?.[1] ?? '';
}

function isBareText(name: string): boolean {
  return /(^|\/)(readme|license|makefile|dockerfile|_success)$/i.test(name);
}
