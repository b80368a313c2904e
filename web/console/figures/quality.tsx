import { basisPointsText } from '../../shared/percent';
import type { Schemas } from '../api';
import { useLanguage, useName, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import type { FigureFilters } from './filters';
import { useQuality } from './queries';
import { FIGURES_WORDS } from './words';

interface Quality {
  readonly filters: FigureFilters;
  readonly onPick: (key: Schemas['RepairFigure']['key']) => void;
}

/** Counts repairs that were right the first time, and repairs that had to be repeated. */
export function QualityCard({ filters, onPick }: Quality) {
  const t = useWords(FIGURES_WORDS);
  const name = useName();
  const { language } = useLanguage();
  const found = useQuality(filters);
  if (found.error && !found.data) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <section className="card">
      <h2>{t('quality')}</h2>
      <div className="measures">
        {found.data.items.map((figure) => (
          <div key={figure.key} className="measure">
            <h3>{name(figure.name)}</h3>
            <p className="measure-figure">
              {figure.basisPoints === null ? '–' : basisPointsText(figure.basisPoints, language)}
            </p>
            <p>
              {figure.denominator === 0
                ? t('noRepairs')
                : t('ofRepairs', { count: figure.numerator, total: figure.denominator })}
            </p>
            {figure.provisional > 0 && (
              <p className="quiet">{t('provisional', { count: figure.provisional })}</p>
            )}
            <p className="quiet">{name(figure.text)}</p>
            <button
              type="button"
              className="button-plain"
              aria-label={t('show', { figure: name(figure.name) })}
              onClick={() => onPick(figure.key)}
            >
              {t('showShort')}
            </button>
          </div>
        ))}
      </div>
    </section>
  );
}
