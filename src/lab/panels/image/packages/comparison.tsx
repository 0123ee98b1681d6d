import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { PackageChange, PackageComparison } from '../../../../contract';
import { Name } from '../../../components/name';
import { useSnapshot } from '../../../components/use-snapshot';
import { VirtualList } from '../../../components/virtual-list';
import { WebLink } from '../../../components/web-link';
import { visible } from '../../../visible';
import type { CompareModel, IComparing } from './compare-model';
import { ComparisonFields } from './comparison-fields';
import { changeText, changeTitle, countTexts } from './comparison-words';
import { shortSpec } from '../short-spec';

interface IComparisonProps {
  model: CompareModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
  /** The image of this server; empty: not known. */
  own: string;
  /** What is asked for first: the image that the hub offers now. */
  suggestion: string;
}

/**
 * The packages of two images, folded away until somebody asks: this one's and another's, or any.
 */
export function Comparison({
  model,
  commands,
  trans,
  own,
  suggestion
}: IComparisonProps): React.JSX.Element {
  const comparing = useSnapshot(model);
  const details = React.useRef<HTMLDetailsElement>(null);
  const isAsked = comparing !== null;
  React.useEffect(() => {
    if (details.current && isAsked) {
      details.current.open = true;
      details.current.scrollIntoView({ block: 'nearest' });
    }
  }, [isAsked, comparing]);
  return (
    <details ref={details} className="jp-LeapDisclosure">
      <summary>{trans.__('Compare two images')}</summary>
      <ComparisonFields
        commands={commands}
        trans={trans}
        own={own}
        suggestion={suggestion}
      />
      <div role="status">
        {comparing && <Outcome comparing={comparing} trans={trans} />}
      </div>
      {comparing?.result.value && (
        <Changes found={comparing.result.value} trans={trans} />
      )}
    </details>
  );
}

/** How far it is, or what came of it, in words that are announced. */
function Outcome({
  comparing,
  trans
}: {
  comparing: IComparing;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { from, to, result } = comparing;
  if (result.status === 'failed') {
    return (
      <p className="jp-LeapQuiet">
        {trans.__('The packages cannot be compared. %1', result.error.message)}
      </p>
    );
  }
  if (!result.value) {
    return <p className="jp-LeapQuiet">{trans.__('Comparing…')}</p>;
  }
  return (
    <>
      <p>
        {to === null
          ? trans.__('From %1 to this image:', visible(shortSpec(from)))
          : trans.__(
              'From %1 to %2:',
              visible(shortSpec(from)),
              visible(shortSpec(to))
            )}
      </p>
      <ul className="jp-LeapImage-counts">
        {countTexts(result.value, trans).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Changes({
  found,
  trans
}: {
  found: PackageComparison;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <>
      {found.changes.length > 0 && (
        <VirtualList
          items={found.changes}
          label={trans.__('Changed packages, major changes first')}
          keyOf={({ name, kind }) => `${kind} ${name}`}
          row={change => <Change change={change} trans={trans} />}
        />
      )}
      {found.comparedWith === 'installed' && (
        <p className="jp-LeapQuiet">
          {trans.__(
            'This image has no published list: compared with what conda installed here.'
          )}
        </p>
      )}
      {found.recipesUrl && (
        <p>
          <WebLink
            address={found.recipesUrl}
            text={trans.__('What changed in the recipes')}
            trans={trans}
          />
        </p>
      )}
    </>
  );
}

function Change({
  change,
  trans
}: {
  change: PackageChange;
  trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <>
      <Name name={change.name} />
      <span
        className={change.kind === 'major' ? undefined : 'jp-mod-quiet'}
        title={changeTitle(change.kind, trans)}
      >
        {changeText(change, trans)}
      </span>
    </>
  );
}
