import { pythonString } from '../contract';

/**
 * A YAML string in double quotes that is exactly this text; plain text would be read as a number, a date or a
 * list where it looks like one. YAML has no word for half a character, so that becomes U+FFFD.
 */
export function yamlString(text: string): string {
  return pythonString(text.replace(/\p{Cs}/gu, '\ufffd'));
}
