/**
 * Which names a filter lets through, whatever their case: those that contain it; with a `*` those that are all of the
 * pattern, as in a shell.
 */
export function nameFilter(filter: string): (name: string) => boolean {
  const wanted = filter.trim().toLowerCase();
  if (!isPattern(wanted)) {
    return name => name.toLowerCase().includes(wanted);
  }
  const [first = '', ...others] = wanted.split('*');
  const last = others.pop() ?? '';
  return name => {
    const whole = name.toLowerCase().replace(/\/$/, '');
    const end = whole.length - last.length;
    if (!whole.startsWith(first) || !whole.endsWith(last)) {
      return false;
    }
    // The first place of each piece leaves the most room for the next: no way back is ever needed.
    let at = first.length;
    for (const piece of others) {
      const found = whole.indexOf(piece, at);
      if (found === -1) {
        return false;
      }
      at = found + piece.length;
    }
    return at <= end;
  };
}

/** Whether a filter means whole names, with gaps in them. */
export function isPattern(filter: string): boolean {
  return filter.includes('*');
}

/**
 * How the names begin that a filter lets through, as far as it says: a bucket is asked by beginnings alone.
 */
export function beginningOf(filter: string): string {
  return filter.trim().split('*', 1)[0] ?? '';
}
