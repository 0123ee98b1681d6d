/** The number that a text is, with no sign and at most nine digits; null: it is none. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
