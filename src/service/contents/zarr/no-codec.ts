/**
 * What the libraries would load for packings that Node undoes by itself, or that are not undone: most of a megabyte.
 */
export default null;

/**
 * The same, by the name that the library for GeoTIFF asks for.
 *
 * @public For the bundle.
 */
export const ZSTDDecoder = null;
