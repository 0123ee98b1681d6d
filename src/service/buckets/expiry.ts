const DAY_MS = 86_400_000;

/**
 * The day a lifecycle rule deletes an object, in UTC.
 *
 * The rule counts whole days from the object's own creation and runs some time after midnight, so a day is
 * all that can be promised. Null: never, or the creation is not known.
 */
export function deletedOn(
  createdAt: string | null,
  deleteAfterDays: number | null
): string | null {
  const created = createdAt === null ? Number.NaN : Date.parse(createdAt);
  if (deleteAfterDays === null || Number.isNaN(created)) {
    return null;
  }
  const midnight = Math.floor(created / DAY_MS) * DAY_MS;
  return new Date(midnight + deleteAfterDays * DAY_MS)
    .toISOString()
    .slice(0, 10);
}
