import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api';
import { PickBox } from '../batch/pick-box';
import type { Selection } from '../batch/use-selection';
import type { Walk } from '../walk';
import { Stage } from './columns';
import { RowSigns, type Signs } from './row-signs';
import { TimeLeft } from './time-left';

type CaseSummary = Schemas['CaseSummary'];

interface CardOf {
  readonly row: CaseSummary;
  readonly walk: Walk | undefined;
  readonly selection: Selection;
  readonly signs: Signs;
}

/** A case in place of a row, where the window is narrow. */
export function CaseCard({ row, walk, selection, signs }: CardOf) {
  return (
    <li className="card">
      <p className="card-head">
        <Link data-row={row.number} to="/cases/$number" params={{ number: row.number }} state={{ walk }}>
          {row.number}
        </Link>
        <RowSigns row={row} signs={signs} />
        <PickBox number={row.number} selection={selection} />
      </p>
      <p>{row.subject}</p>
      <p className="quiet">{row.customer?.name ?? row.senderName}</p>
      <p className="stage">
        <Stage row={row} />
        {row.nextDeadline && <TimeLeft at={row.nextDeadline.at} />}
      </p>
    </li>
  );
}
