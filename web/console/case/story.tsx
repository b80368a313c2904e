import { instantText } from '../../shared/instants';
import { useLanguage, useWords } from '../language';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

/** The request in the sender's words, and what became of it so far. */
export function Story({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const { diagnosis, repair, survey, failedRepairs } = detail;
  return (
    <section className="card story" aria-labelledby="request">
      <h2 id="request">{t('request')}</h2>
      <p className="words">{detail.text}</p>
      {detail.joinedRequests.map(({ requestNumber, text }) => (
        <p className="words joined" key={requestNumber}>
          <span className="quiet">{requestNumber}</span> {text}
        </p>
      ))}
      {detail.joinedRequestCount > detail.joinedRequests.length && (
        <p className="quiet">
          {t('joined', { count: detail.joinedRequestCount - detail.joinedRequests.length })}
        </p>
      )}
      <dl className="facts">
        {detail.symptom !== null && (
          <>
            <dt>{t('symptom')}</dt>
            <dd>{detail.symptom}</dd>
          </>
        )}
        {diagnosis && (
          <>
            <dt>{t('diagnosis')}</dt>
            <dd>
              <span>
                {diagnosis.fault.names[language]} · {diagnosis.cause.names[language]}
              </span>
              <span>{diagnosis.finding}</span>
            </dd>
            <dt>{t('plan')}</dt>
            <dd>{diagnosis.plan}</dd>
          </>
        )}
        {repair && (
          <>
            <dt>{t('repair')}</dt>
            <dd>{repair.work}</dd>
          </>
        )}
        {detail.resolution !== null && (
          <>
            <dt>{t('resolution')}</dt>
            <dd>{detail.resolution}</dd>
          </>
        )}
        {survey && (
          <>
            <dt>{t('survey')}</dt>
            <dd>
              {survey.productScore !== null && survey.serviceScore !== null
                ? t('scores', { product: survey.productScore, service: survey.serviceScore })
                : survey.askedAt !== null && t('asked', { at: instantText(survey.askedAt, language) })}
              {survey.comment !== null && <span className="words">{survey.comment}</span>}
            </dd>
          </>
        )}
      </dl>
      {failedRepairs.length > 0 && (
        <p className="chip chip-warn">{t('failedRepairs', { count: failedRepairs.length })}</p>
      )}
    </section>
  );
}
