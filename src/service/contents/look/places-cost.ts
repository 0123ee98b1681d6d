import type { ICurved, IDrawing } from './drawing';
import type { IPricedPlan } from './cost';
import type { IFound } from './found-array';

/** What a look may read of the positions of a curved grid. */
const MAX_PLACES_BYTES = 16 << 20;

/**
 * What reading the positions of a curved grid takes: they are read whole, and may be more than what they are the positions
 * of.
 */
export function pricePlaces(
  found: IFound,
  { latitude, longitude }: ICurved,
  signal: AbortSignal
): Promise<IPricedPlan[]> {
  const drawing: IDrawing = { drawn: 'grid', x: 1, y: 0, sliders: [] };
  return Promise.all(
    [latitude, longitude].map(array =>
      Promise.resolve(found.price(array, drawing, new Map(), signal))
    )
  );
}

/**
 * A plan with the cost of its positions; where those are too much to read, the cells are drawn as they are counted.
 */
export function withPlaces(
  priced: IPricedPlan,
  places: readonly IPricedPlan[] | null
): IPricedPlan {
  if (places === null) {
    return priced;
  }
  const bytes = places.reduce((sum, { cost }) => sum + cost.bytes, 0);
  if (bytes > MAX_PLACES_BYTES) {
    const { x, y, sliders } = priced.plan.drawing;
    const drawing: IDrawing = { drawn: 'grid', x, y, sliders };
    return { ...priced, plan: { ...priced.plan, drawing } };
  }
  return {
    ...priced,
    cost: {
      ...priced.cost,
      bytes: priced.cost.bytes + bytes,
      isExact: [priced, ...places].every(({ cost }) => cost.isExact)
    }
  };
}
