import type { Image, ImageReference } from '../../contract';
import { offersOf } from './registry';

/**
 * Which of the hub's offered images a reference is, and whether the hub offers a newer one of the same name.
 *
 * Tags of numbers, as dates are, are compared; of others it is only known that the hub has moved on.
 */
export function offerOf(
  reference: ImageReference | null,
  imagesOffered: readonly string[]
): Pick<Image, 'offeredAs' | 'offeredCount' | 'newerOffered'> {
  const offeredCount = imagesOffered.length;
  if (reference === null) {
    return { offeredAs: null, offeredCount, newerOffered: null };
  }
  const { tag } = reference;
  const offers = offersOf(reference, imagesOffered);
  const offeredAs =
    offers.find(offer => isOffer(offer.reference, reference))?.spec ?? null;
  const newest = offers
    .filter(offer => tag !== null && isNewer(offer.reference.tag, tag))
    .reduce<(typeof offers)[number] | null>(
      (best, offer) =>
        best?.reference.tag && !isNewer(offer.reference.tag, best.reference.tag)
          ? best
          : offer,
      null
    );
  return {
    offeredAs,
    offeredCount,
    newerOffered: offeredAs === null ? (newest?.spec ?? null) : null
  };
}

/** A digest beside the offered tag is only more exact; another digest is another image. */
function isOffer(offered: ImageReference, reference: ImageReference): boolean {
  return (
    offered.tag === reference.tag &&
    (offered.digest === null || offered.digest === reference.digest)
  );
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
