import type { Tokens } from './access';
import type { IAnswer, ICall } from './call';
import { Failure } from './failure';

/** As long as Google's tokens last. */
const TOKEN_SECONDS = 3599;

/**
 * Answer as the metadata server of a machine on Google Cloud: name the emulator's address in `GCE_METADATA_HOST`.
 *
 * Source: https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys
 *
 * @throws Failure 403 without the header that keeps web pages out; 404 where there is no such entry
 */
export function machineMetadata(
  call: ICall,
  tokens: Tokens,
  member: string | undefined
): IAnswer {
  if (member === undefined) {
    throw new Failure(404, 'notFound', 'Not Found');
  }
  if (call.operation === 'metadata.ping') {
    return text('computeMetadata/');
  }
  if (call.headers['metadata-flavor'] !== 'Google') {
    throw new Failure(
      403,
      'forbidden',
      'Missing required header "Metadata-Flavor": "Google".'
    );
  }
  switch (call.object) {
    case 'instance':
      return text('service-accounts/');
    case 'instance/service-accounts/default/token':
      return {
        status: 200,
        headers: { 'metadata-flavor': 'Google' },
        body: {
          access_token: tokens.issue(member),
          expires_in: TOKEN_SECONDS,
          token_type: 'Bearer'
        }
      };
    case 'instance/service-accounts/default/email':
      return text(member);
    case 'project/project-id':
      return text('emulated-project');
    case 'universe/universe-domain':
      return text('googleapis.com');
    default:
      throw new Failure(404, 'notFound', 'Not Found');
  }
}

function text(body: string): IAnswer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/text',
      'metadata-flavor': 'Google'
    },
    body: Buffer.from(body)
  };
}
