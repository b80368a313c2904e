import { useEffect, useRef } from 'react';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { Candidates } from './candidates';
import { useCandidates, useCase, useDryRun, type Told } from './commands';
import { ConsentFields } from './consent-fields';
import { Outcome } from './outcome';
import { PLACE_WORDS } from './place-words';
import { actsOf, isOtherEngineer, isOtherTime, planOf, wayOf, type CaseDetail, type Draft } from './placing';
import { focusCase, usePlacing } from './placing-context';
import { timesText } from './times';
import { spanOf } from './days';
import { usePlace } from './use-place';

/** Refusals that the dispatcher may answer by saying that the time is meant so. */
const MEANT_ANYWAY = ['CASE.OUTSIDE_HOURS', 'CASE.APPOINTMENT_PAST'];

interface PlacePanel {
  readonly draft: Draft;
  readonly asOf: string;
}

/** Places a job, or changes a visit: beside the board, which stays in sight. */
export function PlacePanel({ draft, asOf }: PlacePanel) {
  const t = useWords(PLACE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { close } = usePlacing();
  const found = useCase(draft.caseNumber);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [draft.caseNumber]);
  const leave = () => {
    close();
    requestAnimationFrame(() => focusCase(draft.caseNumber));
  };
  const detail = found.data;
  return (
    <section
      className="sch-place"
      aria-labelledby="place-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <h2 id="place-title" ref={heading} tabIndex={-1}>
        {t(detail?.dispatch ? 'titleVisit' : 'titleJob', { number: draft.caseNumber })}
      </h2>
      {detail ? (
        <PlaceForm key={draft.caseNumber} draft={draft} detail={detail} asOf={asOf} onLeave={leave} />
      ) : (
        <>
          <p role="status">{found.error ? faultText(found.error, shell) : shell('loading')}</p>
          <button type="button" className="button-plain" onClick={leave}>
            {shell('cancel')}
          </button>
        </>
      )}
    </section>
  );
}

interface PlaceForm extends PlacePanel {
  readonly detail: CaseDetail;
  readonly onLeave: () => void;
}

function PlaceForm({ draft, detail, asOf, onLeave }: PlaceForm) {
  const t = useWords(PLACE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { change } = usePlacing();
  const candidates = useCandidates(detail).data?.items ?? [];
  const plan = planOf(draft, detail, candidates);
  const acts = actsOf(detail, plan);
  const told = useDryRun({ number: detail.number, version: detail.version, acts, asOf });
  const { place, isBusy, fault } = usePlace(detail, plan, candidates);
  const isGone = wayOf(detail) === undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (acts && acts.length > 0) void place(acts);
      }}
    >
      <Facts detail={detail} />
      {isGone ? (
        <p role="alert" className="sch-refusal">
          {t('gone')}
        </p>
      ) : (
        <>
          <div className="sch-place-times">
            <label>
              {t('from')}
              <input
                type="datetime-local"
                required
                value={plan.from}
                onChange={({ target }) => change({ from: target.value, to: undefined })}
              />
            </label>
            <label>
              {t('to')}
              <input
                type="datetime-local"
                required
                value={plan.to}
                min={plan.from}
                onChange={({ target }) => change({ to: target.value })}
              />
            </label>
          </div>
          <Candidates candidates={candidates} plan={plan} />
          {wayOf(detail) === 'change' && isOtherEngineer(detail, plan) && (
            <label className="sch-field">
              {t('reason')}
              <textarea
                required
                rows={2}
                maxLength={2000}
                value={plan.reason}
                onChange={({ target }) => change({ reason: target.value })}
              />
            </label>
          )}
          <ConsentFields plan={plan} isNeeded={wayOf(detail) === 'change' && isOtherTime(detail, plan)} />
          {(plan.isMeant || isMeantAnyway(told.data)) && (
            <label className="check">
              <input
                type="checkbox"
                checked={plan.isMeant}
                onChange={({ target }) => change({ isMeant: target.checked })}
              />
              {t('meant')}
            </label>
          )}
          <Outcome acts={acts} told={told.data} error={told.error} isAsking={told.isFetching} />
        </>
      )}
      {fault !== undefined && (
        <p role="alert" className="sch-refusal">
          {fault}
        </p>
      )}
      <div className="sch-place-buttons">
        {!isGone && (
          <button type="submit" className="button-main" disabled={isBusy || !acts || acts.length === 0}>
            {t(detail.dispatch ? 'change' : 'place')}
          </button>
        )}
        <button type="button" className="button-plain" onClick={onLeave}>
          {shell('cancel')}
        </button>
      </div>
    </form>
  );
}

const isMeantAnyway = (told: Told | undefined): boolean =>
  told?.code !== undefined && MEANT_ANYWAY.includes(told.code);

function Facts({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords(PLACE_WORDS);
  const { language } = useLanguage();
  const { dispatch, wanted } = detail;
  return (
    <div className="sch-place-facts">
      <p className="sch-job-subject">{detail.subject}</p>
      <p>
        {detail.customer?.name ?? detail.senderName}
        {detail.unit && ` · ${detail.unit.productCode}`}
      </p>
      {wanted && (
        <p className="sch-job-wanted">{t('wanted', { span: timesText(spanOf(wanted), language) })}</p>
      )}
      {dispatch && (
        <p className="quiet">
          {t('now', {
            engineer: dispatch.engineer.name,
            span: timesText(spanOf(dispatch.appointment), language),
          })}
        </p>
      )}
    </div>
  );
}
