import { InvalidArgumentError, Option } from 'commander';
import { PROJECT_ID } from '../contract/project-id';

/**
 * `--billing-project`, named as gcloud names it: who pays where the reader does. Nobody is asked to unless it is given.
 */
export function billingProject(): Option {
  return new Option(
    '--billing-project <id>',
    'your Google Cloud project, to pay for a bucket whose readers pay'
  ).argParser(text => {
    if (!PROJECT_ID.test(text)) {
      throw new InvalidArgumentError('It must be the id of a project.');
    }
    return text;
  });
}
