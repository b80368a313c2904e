import type { Key, ReactNode } from 'react';
import { useWords } from '../language';
import { BILLING_WORDS } from './words';

export interface Column<Row> {
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** An amount: it stands at the right. */
  readonly isFigure?: boolean;
  /** A long text, cut where there is no room. */
  readonly isLong?: boolean;
}

interface Listed<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => Key;
  readonly columns: readonly Column<Row>[];
}

/** Documents as a table, and as cards where that has no room. */
export function DocumentList<Row>({ label, rows, keyOf, columns }: Listed<Row>) {
  const t = useWords(BILLING_WORDS);
  if (rows.length === 0) return <p className="card quiet">{t('none')}</p>;
  const classOf = ({ isFigure, isLong }: Column<Row>): string | undefined =>
    isFigure === true ? 'figure' : isLong === true ? 'long' : undefined;
  return (
    <>
      <table className="card lines documents wide-only" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.title} className={classOf(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="cards narrow-only" aria-label={label}>
        {rows.map((row) => (
          <li className="card" key={keyOf(row)}>
            <dl className="facts">
              {columns.map((column) => {
                const content = column.render(row);
                return (
                  content !== null && (
                    <div key={column.title}>
                      <dt>{column.title}</dt>
                      <dd>{content}</dd>
                    </div>
                  )
                );
              })}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
