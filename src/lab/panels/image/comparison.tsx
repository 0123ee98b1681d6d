import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { PackageChange, PackageComparison } from '../../../contract';
import { Button } from '../../components/button';
import { Name } from '../../components/name';
import { useSnapshot } from '../../components/use-snapshot';
import { VirtualList } from '../../components/virtual-list';
import { WebLink } from '../../components/web-link';
import { CommandIDs } from '../../commands';
import { visible } from '../../visible';
import type { CompareModel, IComparing } from './compare-model';
import { changeText, changeTitle, countTexts } from './comparison-words';
import { shortSpec } from './short-spec';

interface IComparisonProps {
  model: CompareModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
  /** What is asked for first: the image that the hub offers now. */
  suggestion: string;
}

/**
 * The packages of another image beside this one's, folded away until somebody asks.
 */
export function Comparison({
  model,
  commands,
  trans,
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
      <summary>{trans.__('Compare with another image')}</summary>
      <Field commands={commands} trans={trans} suggestion={suggestion} />
      <div role="status">
        {comparing && <Outcome comparing={comparing} trans={trans} />}
      </div>
      {comparing?.result.value && (
        <Changes found={comparing.result.value} trans={trans} />
      )}
    </details>
  );
}

function Field({
  commands,
  trans,
  suggestion
}: Omit<IComparisonProps, 'model'>): React.JSX.Element {
  const [typed, setTyped] = React.useState<string | null>(null);
  const image = (typed ?? suggestion).trim();
  const compare = (): void => {
    if (image !== '') {
      void commands.execute(CommandIDs.compareImage, { image });
    }
  };
  return (
    <form
      className="jp-LeapImage-field"
      onSubmit={event => {
        event.preventDefault();
        compare();
      }}
    >
      <input
        type="text"
        className="jp-LeapInput"
        spellCheck={false}
        maxLength={1024}
        aria-label={trans.__('Image to compare with')}
        placeholder={trans.__('name:tag')}
        value={typed ?? suggestion}
        onChange={event => {
          setTyped(event.target.value);
        }}
      />
      <Button
        label={trans.__('Compare')}
        disabled={image === ''}
        onClick={compare}
      />
    </form>
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
