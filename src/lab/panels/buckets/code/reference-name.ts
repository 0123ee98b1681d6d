/**
 * Whether an object's name says that it holds Kerchunk's references, as their writers name them. What other JSON files are
 * is told when they are selected.
 */
export function isReferenceName(name: string): boolean {
  return /(^|[^a-z])(kerchunk|refs?|references?)\.json$/i.test(name);
}
