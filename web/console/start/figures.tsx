import { Link, type LinkProps } from '@tanstack/react-router';

export interface Figure {
  readonly word: string;
  readonly count: number;
  readonly to: NonNullable<LinkProps['to']>;
  readonly search?: Readonly<Record<string, unknown>>;
  /** One to look at first where it is not zero. */
  readonly tone?: 'bad' | 'warn';
}

/** Counts, each a link to the list that it counts. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <ul className="start-figures">
      {figures.map(({ word, count, to, search = {}, tone }) => (
        <li key={word}>
          <Link to={to} search={search}>
            <strong className={count > 0 && tone ? `start-${tone}` : undefined}>{count}</strong>
            <span>{word}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
