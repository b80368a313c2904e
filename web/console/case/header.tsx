import { Link } from '@tanstack/react-router';
import { instantText } from '../../shared/instants';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import type { Place } from '../walk';
import { CopyNumber } from './copy-number';
import { PlaceInList } from './place-in-list';
import type { CaseDetail } from './queries';
import { WorkflowLink } from '../shell/workflow-link';
import { CASE_WORDS } from './words';

const TONES: Readonly<Partial<Record<CaseDetail['priority'], string>>> = {
  urgent: 'chip-bad',
  high: 'chip-warn',
};

interface Header {
  readonly detail: CaseDetail;
  /** Its place in the list that one comes from. */
  readonly place: Place | undefined;
}

/** Number, subject and standing of the case, and what is special about it. */
export function CaseHeader({ detail, place }: Header) {
  const t = useWords(CASE_WORDS);
  const codes = useCodes();
  return (
    <header className="case-head">
      <div className="case-title">
        <h1>
          <CopyNumber number={detail.number} subject={detail.subject} /> {detail.subject}
        </h1>
        <div className="buttons no-print">
          {place && <PlaceInList place={place} />}
          <WorkflowLink processId={detail.number} />
          <button type="button" className="button-plain" onClick={() => window.print()}>
            {t('print')}
          </button>
        </div>
      </div>
      <p className="chips">
        <span className="chip chip-main">{codes.name('caseStage', detail.stage)}</span>
        {detail.paused && <span className="chip chip-warn">{t('paused')}</span>}
        <span className="chip">
          {detail.requestType === null ? t('unclassified') : codes.name('requestType', detail.requestType)}
        </span>
        <span className={`chip ${TONES[detail.priority] ?? ''}`}>
          {codes.name('priority', detail.priority)}
        </span>
        {detail.nextDeadline && (
          <span>
            {codes.name('clock', detail.nextDeadline.clock)} <TimeLeft at={detail.nextDeadline.at} />
          </span>
        )}
      </p>
      <Remarks detail={detail} />
    </header>
  );
}

/** Said to a colleague before anything else. */
function Remarks({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const { repeatRepair: repeat, possibleRepeat: possible, origin } = detail;
  return (
    <ul className="remarks">
      {detail.pausedReason !== null && (
        <li>
          {t('pausedFor', { reason: detail.pausedReason })}
          {detail.pausedUntil !== null &&
            ` (${t('pausedUntil', { at: instantText(detail.pausedUntil, language) })})`}
        </li>
      )}
      {repeat && (
        <li>
          <CaseLink number={repeat.caseNumber}>
            {t('repeat', { number: repeat.caseNumber, days: repeat.days })}
          </CaseLink>
        </li>
      )}
      {possible && (
        <li>
          <CaseLink number={possible.caseNumber}>
            {t('possibleRepeat', { number: possible.caseNumber, days: possible.days })}
          </CaseLink>
        </li>
      )}
      {detail.joinedInto !== null && (
        <li>
          <CaseLink number={detail.joinedInto}>{t('joinedInto', { number: detail.joinedInto })}</CaseLink>
        </li>
      )}
      {detail.joiningInto !== null && (
        <li>
          <CaseLink number={detail.joiningInto}>{t('joining', { number: detail.joiningInto })}</CaseLink>
        </li>
      )}
      {origin && (
        <li>
          <CaseLink number={origin.caseNumber}>{t('origin', { number: origin.caseNumber })}</CaseLink>
        </li>
      )}
      {detail.escalatedQuestion !== null && <li>{t('question', { question: detail.escalatedQuestion })}</li>}
    </ul>
  );
}

export const CaseLink = ({ number, children }: { readonly number: string; readonly children?: string }) => (
  <Link to="/cases/$number" params={{ number }}>
    {children ?? number}
  </Link>
);
