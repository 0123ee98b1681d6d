/**
 * Words that say how data are made or how fine they are, not what they are of: in the form of `synonyms.ts`. In a query
 * they count for less: who asks for "high resolution CESM daily" wants CESM.
 */
export const QUALIFIERS = `
# What files are like
gridded, interpolated | grid, raster, regular grid
# Time step
daily | day, every day, daily mean, 1d, p1d
monthly | month, every month, monthly mean, mon, p1m
biweekly, bi-weekly, weekly | fortnightly, 8 day, 16 day, two weekly, week
annually, annual, yearly | year, yr, every year, annual mean
hourly | every hour, 1h, 1hr, diurnal cycle, high frequency
12 hourly, 12-hourly, 6 hourly, 6-hourly, 3-hourly | subdaily, sub-daily, high frequency, 3 hourly, 6h, 12h, 6hr, 3hr, twice daily, every 12 hours
# Resolution, in the ways it is written
0.25 degree, 0.25°, 025deg, 0 25 deg, 0p25deg, 25 km | quarter degree, 1/4 degree, eddy permitting, 25km, quarter deg
0.1 degree, 0.1° | tenth degree, high resolution, 10 km, 10km, 1/10 degree, eddy resolving
0.05 degree, 0.05°, 5km | 5 km, high resolution, 5 kilometer, 1/20 degree
1 degree, 1°, 1deg | one degree, 100 km, 1x1, low resolution, coarse
1-arc second, arc second | 30 m, 30 meter, 30 metre, 30m, arcsecond, high resolution, 1 arcsec
1/48, 1/60, very high resolution | high resolution, kilometer scale, submesoscale permitting, 1 km, 2 km
high resolution | fine resolution, hi res, fine scale, highres
time series, timeseries | long record, long term, trend, trends, historical record
netcdf | nc, nc4, hdf5, hdf, thredds, opendap
zarr | cloud optimized, analysis ready, arco, analysis-ready, cloud-optimized, cloud optimised
variables, variable | field, fields, parameter, parameters
`;
