/**
 * `describedBy` of a command whose arguments are texts: each by its name, with what it means.
 *
 * @param required - Names of those without which the command does nothing.
 */
export function textArguments(
  meanings: Readonly<Record<string, string>>,
  required: readonly string[] = []
) {
  const properties = Object.fromEntries(
    Object.entries(meanings).map(([name, description]) => [
      name,
      { type: 'string', description }
    ])
  );
  return {
    args: {
      type: 'object',
      properties,
      required: [...required],
      additionalProperties: false
    }
  };
}
