import type { Image, ImageReference } from '../../contract';
import { offersOf } from './registry';

/**
 * Whether the hub offers an image, and whether it offers a newer one of the same name.
 *
 * Tags of numbers, as dates are, are compared; of others it is only known that the hub has moved on.
 */
export function offerOf(
  reference: ImageReference | null,
  imagesOffered: readonly string[]
): Pick<Image, 'isOffered' | 'newerOffered'> {
  if (reference === null) {
    return { isOffered: false, newerOffered: null };
  }
  const { tag, digest } = reference;
  const offers = offersOf(reference, imagesOffered);
  const isOffered = offers.some(
    offer => offer.reference.tag === tag && offer.reference.digest === digest
  );
  const newer = offers.find(
    offer => tag !== null && isNewer(offer.reference.tag, tag)
  );
  return { isOffered, newerOffered: isOffered ? null : (newer?.spec ?? null) };
}

function isNewer(offered: string | null, tag: string): boolean {
  if (offered === null || offered === tag) {
    return false;
  }
  const [theirs, ours] = [numbersOf(offered), numbersOf(tag)];
  if (theirs === null || ours === null) {
    return true;
  }
  const length = Math.max(theirs.length, ours.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (theirs[index] ?? 0) - (ours[index] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return false;
}

/** `[2026, 6, 4]` for `2026.06.04`; null for what is not made of numbers. */
function numbersOf(tag: string): number[] | null {
  const words = tag.replace(/^v(?=\d)/, '').split(/[._-]/);
  return words.every(word => /^\d{1,9}$/.test(word)) ? words.map(Number) : null;
}
