import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api';
import { useName, useWords } from '../language';
import { COUNT_WORDS } from './count-words';

type Line = Schemas['StockTakeLine'];

/** Says that a count is posted, and which cases and orders it leaves short. */
export function Posted({
  stockTake: { lines },
  left,
  onBack,
}: {
  readonly stockTake: Schemas['StockTake'];
  readonly left: number;
  readonly onBack: () => void;
}) {
  const t = useWords(COUNT_WORDS);
  const sum = (sign: 1 | -1): number =>
    lines.reduce((total, { posted }) => total + Math.max(0, sign * posted), 0);
  return (
    <section className="card count">
      <p role="status" className="done">
        {t('done', { count: lines.length, found: sum(1), missing: sum(-1) })}
        {left > 0 && ` ${t('more', { count: left })}`}
      </p>
      <Shorts lines={lines} />
      <button type="button" className="button-main" onClick={onBack}>
        {t('back')}
      </button>
    </section>
  );
}

/** Cases and orders that hold pieces which are not there. */
function Shorts({ lines }: { readonly lines: readonly Line[] }) {
  const t = useWords(COUNT_WORDS);
  const nameOf = useName();
  const short = lines.filter((line) => line.short > 0);
  if (short.length === 0) return null;
  return (
    <>
      <h2>{t('shortNow')}</h2>
      <ul className="count-lines">
        {short.map(({ partNumber, names, shortFor }) => (
          <li key={partNumber} className="count-line">
            <span className="count-part">
              <strong>{nameOf(names)}</strong>
              <span className="quiet">{partNumber}</span>
            </span>
            <ShortFor shortFor={shortFor} />
          </li>
        ))}
      </ul>
      <p className="quiet">{t('shortHelp')}</p>
    </>
  );
}

export function ShortFor({ shortFor }: Pick<Line, 'shortFor'>) {
  const t = useWords(COUNT_WORDS);
  return (
    <span className="chips">
      {shortFor.map(({ reference, quantity }) => {
        const text = t('shortFor', { reference, count: quantity });
        const params = { number: reference };
        return reference.startsWith('PO-') ? (
          <Link key={reference} to="/parts-orders/$number" params={params}>
            {text}
          </Link>
        ) : (
          <Link key={reference} to="/cases/$number" params={params}>
            {text}
          </Link>
        );
      })}
    </span>
  );
}
