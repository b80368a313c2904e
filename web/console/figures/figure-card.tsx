import type { ReactNode } from 'react';
import { useWords } from '../language';
import { Bars, type Series } from './bars';
import { FIGURES_WORDS } from './words';

interface Figure {
  readonly title: string;
  readonly note?: string;
  /** Head of the column that names the rows. */
  readonly of: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly isLying?: boolean;
  readonly isStacked?: boolean;
  readonly onPick?: (category: number) => void;
  /** Something behind each row: a link to its cases. */
  readonly behind?: (category: number) => ReactNode;
}

/** A picture with the same figures as a table. */
export function FigureCard({ title, note, of, behind, ...picture }: Figure) {
  const t = useWords(FIGURES_WORDS);
  const { categories, series } = picture;
  const label = categories
    .map(
      (category, at) =>
        `${category}: ${series.map(({ name, values }) => `${name} ${String(values[at])}`).join(', ')}`,
    )
    .join('; ');
  return (
    <section className="card">
      <h2>{title}</h2>
      {note !== undefined && <p className="quiet">{note}</p>}
      <Bars label={`${title}. ${label}`} {...picture} />
      <details open={behind !== undefined}>
        <summary>{t('table')}</summary>
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{of}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col" className="figure">
                  {name}
                </th>
              ))}
              {behind && <td />}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, at) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {series.map(({ name, values }) => (
                  <td key={name} className="figure">
                    {values[at]}
                  </td>
                ))}
                {behind && <td className="figure">{behind(at)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
