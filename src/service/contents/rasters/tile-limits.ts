/** A tile is unpacked as a whole, in memory that the notebooks of this server may need. */
export const MAX_TILE_BYTES = 32 << 20;

/** What the library unpacks byte by byte takes much more room meanwhile. */
export const MAX_SLOW_TILE_BYTES = 8 << 20;
