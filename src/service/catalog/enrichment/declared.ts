import type { Attribute } from '../../../contract';

/** Attributes by their names, as text. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Attributes by their names; a map, since a name may be `__proto__`.
 */
export function attributesOf(attributes: readonly Attribute[]): Attributes {
  return new Map(attributes.map(({ name, value }) => [name, value.trim()]));
}

/**
 * The number that an attribute begins with; "0.25 degrees" is written as often as 0.25.
 */
export function declaredNumber(
  attributes: Attributes,
  name: string
): number | null {
  const [, digits] =
    /^(-?\d{1,4}(?:\.\d{1,17})?)(?:\s|°|$)/.exec(attributes.get(name) ?? '') ??
    [];
  return digits === undefined ? null : Number(digits);
}
