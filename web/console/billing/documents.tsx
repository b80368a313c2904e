import type { Key, ReactNode } from 'react';
import { DownloadButton } from '../shell/download-button';
import { useListKeys } from '../list-keys';
import { More, usePages } from '../shell/pages';
import { Failed, Loading } from '../shell/states';
import { walkOf, type Walk } from '../walk';
import { DocumentFilters } from './document-filters';
import { DocumentList, type Column } from './document-list';
import type { CreditNoteFilters } from './filters';
import { useTotals, type Kind } from './queries';
import { Totals } from './totals';

interface Of<Row, Filters> {
  readonly kind: Kind<Row, Filters>;
  readonly label: string;
  /** Name of the file. */
  readonly file: string;
  readonly filters: Filters;
  /** The address of this list as it is filtered. */
  readonly href: string;
  readonly statuses?: readonly { readonly code: string; readonly name: string }[];
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly onClear: () => void;
  readonly columns: (walk: Walk | undefined) => readonly Column<Row>[];
  readonly keyOf: (row: Row) => Key;
  /** Said of the sums. */
  readonly note?: string | undefined;
  /** Filters of this kind alone. */
  readonly children?: ReactNode;
}

interface OfACase {
  readonly case: { readonly number: string };
}

/** A list of documents of all cases with its filters, its sums and its file. */
export function Documents<Row extends OfACase, Filters extends CreditNoteFilters>(props: Of<Row, Filters>) {
  const { kind, label, file, filters, href, statuses = [], onChange, onClear, columns, keyOf, note } = props;
  const { list, rows } = usePages(['cases', kind.key, filters], (paging) => kind.page(filters, paging));
  const totals = useTotals(kind, filters);
  // Without filters: every currency that there is.
  const everything = useTotals(kind, kind.unfiltered);
  useListKeys();
  const walk = walkOf({
    list,
    back: href,
    query: null,
    numbers: rows.map((row) => row.case.number),
  });
  return (
    <>
      <DocumentFilters
        filters={filters}
        statuses={statuses}
        currencies={everything.data?.items.map(({ currency }) => currency) ?? []}
        onChange={onChange}
        onClear={onClear}
        download={<DownloadButton file={file} read={() => kind.file(filters)} />}
      >
        {props.children}
      </DocumentFilters>
      {list.error && !list.data ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : (
        <>
          <Totals totals={totals.data} />
          {note !== undefined && rows.length > 0 && <p className="quiet small">{note}</p>}
          <DocumentList label={label} rows={rows} keyOf={keyOf} columns={columns(walk)} />
          <More list={list} />
        </>
      )}
    </>
  );
}
