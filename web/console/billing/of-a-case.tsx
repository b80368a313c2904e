import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api';
import { useMay } from '../session';
import type { Walk } from '../walk';

interface CaseOf {
  readonly number: string;
  readonly walk: Walk | undefined;
}

/** The case of a document: its page has the quote, the papers and the money. */
export const CaseLink = ({ number, walk }: CaseOf) => (
  <Link data-row="" to="/cases/$number" params={{ number }} state={{ walk }}>
    {number}
  </Link>
);

export function CustomerLink({ customer }: { readonly customer: Schemas['QuoteListItem']['customer'] }) {
  const may = useMay();
  if (!customer) return <span className="quiet">–</span>;
  const { id, name } = customer;
  return may('customer.read') ? (
    <Link to="/customers/$id" params={{ id }}>
      {name}
    </Link>
  ) : (
    name
  );
}
