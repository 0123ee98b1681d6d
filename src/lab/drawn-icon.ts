import { LabIcon } from '@jupyterlab/ui-components';

const FRAME = 'xmlns="http://www.w3.org/2000/svg" width="16"';

/** An area in the theme's colour for icons. */
const AREA = 'class="jp-icon3" fill="#616161"';

/** Lines in that colour, and nothing between them. */
const LINES =
  'style="fill: none" class="jp-icon3 jp-icon-selectable" stroke="#616161" stroke-width="1.800"';

/**
 * An icon drawn for this project.
 *
 * @param paths - What SVG calls `d`, in a field of 24 by 24.
 */
export function drawnIcon(name: string, ...paths: string[]): LabIcon {
  return framed(name, AREA, paths);
}

/**
 * The same in outline.
 */
export function outlinedIcon(name: string, ...paths: string[]): LabIcon {
  return framed(name, LINES, paths);
}

function framed(
  name: string,
  attributes: string,
  paths: readonly string[]
): LabIcon {
  const drawn = paths.map(path => `<path ${attributes} d="${path}"/>`).join('');
  return new LabIcon({
    name: `jupyterlab-leap:${name}`,
    svgstr: `<svg ${FRAME} viewBox="0 0 24 24">${drawn}</svg>`
  });
}
