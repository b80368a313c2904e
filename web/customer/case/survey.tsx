import { useEffect, useState } from 'preact/hooks';
import { read, type Schemas } from '../api';
import { useDraft } from '../kept';
import { useLanguage, useWords } from '../language';
import { Failed, Loading, Sending, State } from '../states';
import { SHARED_WORDS } from '../words';
import { useCommand } from './act';
import { SURVEY_WORDS } from './survey-words';

const SCORES = [5, 4, 3, 2, 1] as const;
type Score = (typeof SCORES)[number];

interface Asking {
  readonly token: string;
  readonly onDone: () => void;
  /** The case whose page the survey is on; without it the link opens the survey alone. */
  readonly number?: string;
}

export function Survey({ number, ...asking }: Asking) {
  return number === undefined ? <SurveyPage {...asking} /> : <Form {...asking} number={number} />;
}

function SurveyPage({ token, onDone }: Asking) {
  const t = useWords(SURVEY_WORDS);
  const { language } = useLanguage();
  const [survey, setSurvey] = useState<Schemas['CustomerSurvey']>();
  const [error, setError] = useState<unknown>();
  const load = (): void => {
    setError(undefined);
    read('/v1/customer/survey', { language, token }).then(setSurvey, setError);
  };
  useEffect(load, [token, language]);
  if (survey?.state === 'open')
    return (
      <>
        <p class="quiet">{survey.number}</p>
        <h1>{survey.subject}</h1>
        <Form number={survey.number} token={token} onDone={onDone} />
      </>
    );
  if (survey)
    return (
      <State title={t(survey.state)}>
        <p>{t('noMore')}</p>
      </State>
    );
  return error === undefined ? <Loading /> : <Failed error={error} retry={load} />;
}

function Form({ number, token, onDone }: Required<Asking>) {
  const t = useWords(SURVEY_WORDS);
  const shared = useWords(SHARED_WORDS);
  const product = useDraft(`${number} product score`);
  const service = useDraft(`${number} service score`);
  const comment = useDraft(`${number} survey comment`);
  const { isBusy, error, send } = useCommand(token);
  const submit = (): void => {
    const [productScore, serviceScore] = [scoreOf(product.value), scoreOf(service.value)];
    if (!productScore || !serviceScore) return;
    const said = comment.value.trim();
    const data = { productScore, serviceScore, ...(said !== '' && { comment: said }) };
    void send({ type: 'recordSurvey', data }).then((isDone) => {
      if (!isDone) return;
      for (const draft of [product, service, comment]) draft.clear();
      onDone();
    });
  };
  return (
    <form
      class="card todo"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{t('title')}</h2>
      <Scores name="service" question={t('service')} value={service.value} onChange={service.set} />
      <Scores name="product" question={t('product')} value={product.value} onChange={product.set} />
      <label>
        {t('comment')} <span class="quiet">({shared('optional')})</span>
        <textarea
          rows={3}
          maxLength={4000}
          value={comment.value}
          onInput={({ currentTarget }) => comment.set(currentTarget.value)}
        />
      </label>
      <Sending error={error} isBusy={isBusy}>
        {t('send')}
      </Sending>
    </form>
  );
}

const scoreOf = (text: string): Score | undefined => SCORES.find((score) => String(score) === text);

interface Question {
  readonly name: string;
  readonly question: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Scores({ name, question, value, onChange }: Question) {
  const t = useWords(SURVEY_WORDS);
  return (
    <fieldset>
      <legend>{question}</legend>
      <div class="scores">
        {SCORES.map((score) => (
          <label key={score} class="pick">
            <input
              type="radio"
              name={name}
              required
              checked={value === String(score)}
              onChange={() => onChange(String(score))}
            />
            {t(`score${score}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
