const DAY_MS = 86_400_000;

/**
 * The midnight in UTC at which a lifecycle rule may delete an object first.
 *
 * The rule counts whole days from the object's own creation and runs some time after midnight. Null: never, or the
 * creation is not known.
 */
export function deletionMs(
  createdAt: string | null,
  deleteAfterDays: number | null
): number | null {
  const created = createdAt === null ? Number.NaN : Date.parse(createdAt);
  if (deleteAfterDays === null || Number.isNaN(created)) {
    return null;
  }
  const midnight = Math.floor(created / DAY_MS) * DAY_MS;
  return midnight + deleteAfterDays * DAY_MS;
}

/**
 * The day a lifecycle rule deletes an object, in UTC: a day is all that can be promised.
 */
export function deletedOn(
  createdAt: string | null,
  deleteAfterDays: number | null
): string | null {
  const ms = deletionMs(createdAt, deleteAfterDays);
  return ms === null ? null : dayOf(ms);
}

/**
 * The day in UTC, `2026-11-26`.
 */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
