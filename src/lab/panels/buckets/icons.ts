import { LabIcon } from '@jupyterlab/ui-components';

/** A cube: a data set that stands for all its chunks. Drawn for this project. */
export const datasetIcon = new LabIcon({
  name: 'jupyterlab-leap:dataset',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <g class="jp-icon3" fill="#616161">
    <path d="M12 2 3.5 6.6 12 11.2l8.5-4.6z"/>
    <path d="M3 8.2v8.6l8.2 4.6v-8.700z"/>
    <path d="M21 8.2v8.6l-8.2 4.6v-8.700z"/>
  </g>
</svg>`
});

/** A closed lock. Drawn for this project. */
export const closedIcon = new LabIcon({
  name: 'jupyterlab-leap:closed',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3" fill="#616161" d="M12 2a5 5 0 0 0-5 5v3H5v12h14V10h-2V7a5 5 0 0 0-5-5zm0 2a3 3 0 0 1 3 3v3H9V7a3 3 0 0 1 3-3z"/>
</svg>`
});

/** An hourglass: what is here does not stay. Drawn for this project. */
export const passingIcon = new LabIcon({
  name: 'jupyterlab-leap:passing',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3" fill="#616161" d="M5 2h14v5l-5 5 5 5v5H5v-5l5-5-5-5zm3 2v2.2l4 4 4-4V4z"/>
</svg>`
});

/** An arrow to the folder above. Drawn for this project. */
export const upIcon = new LabIcon({
  name: 'jupyterlab-leap:up',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3" fill="#616161" d="M12 4 4 12h5v8h6v-8h5z"/>
</svg>`
});

const STAR =
  'm12 2.500 2.900 6.200 6.800.8-5 4.700 1.300 6.700-6-3.300-6 3.300 1.300-6.700-5-4.700 6.800-.8z';

/** A star that is empty: a place that may be kept. Drawn for this project. */
export const keepIcon = new LabIcon({
  name: 'jupyterlab-leap:keep',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path style="fill: none" class="jp-icon3 jp-icon-selectable" stroke="#616161" stroke-width="1.800" d="${STAR}"/>
</svg>`
});

/** A full star: a place that is kept. Drawn for this project. */
export const keptIcon = new LabIcon({
  name: 'jupyterlab-leap:kept',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3" fill="#616161" d="${STAR}"/>
</svg>`
});
