/** Intake YAML of version 1: a Zarr store, one that is a template, and a catalog below it. */
export const INTAKE_1 = `
metadata: {version: 1}
sources:
  sst:
    description: Sea surface temperature
    driver: zarr
    args: {urlpath: 'gs://pangeo/sst.zarr', consolidated: true}
    metadata: {tags: [ocean]}
  templated:
    driver: netcdf
    args: {urlpath: 'https://data.test/{{ year }}.nc'}
  deeper:
    driver: yaml_file_cat
    args: {path: '{{CATALOG_DIR}}/land.yaml'}
`;

/** What lies at `land.yaml` beside it. */
export const INTAKE_1_LAND = `
sources:
  lai: {driver: netcdf, args: {urlpath: 'https://data.test/lai.nc'}}
`;

/** An item of STAC. */
export const ITEM = {
  stac_version: '1.0.0',
  type: 'Feature',
  id: 'era5-2020',
  properties: { title: 'ERA5 of 2020', updated: '2021-01-01T00:00:00Z' },
  links: [],
  assets: { data: { href: 'https://data.test/2020.nc' } }
};
