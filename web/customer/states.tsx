import type { ComponentChildren } from 'preact';
import { Refused } from './api';
import { useLanguage, useWords } from './language';
import { SHARED_WORDS } from './words';

export function Loading() {
  const t = useWords(SHARED_WORDS);
  return (
    <p class="state" role="status">
      {t('loading')}
    </p>
  );
}

/** A page in place of its content. */
export const State = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) => (
  <section class="state">
    <h1>{title}</h1>
    {children}
  </section>
);

export function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const t = useWords(SHARED_WORDS);
  return (
    <State title={t('failed')}>
      <Fault error={error} />
      <button type="button" class="main" onClick={retry}>
        {t('retry')}
      </button>
    </State>
  );
}

/** The end of a form: what went wrong, and the button that sends it. */
export function Sending(props: {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly children: ComponentChildren;
}) {
  const t = useWords(SHARED_WORDS);
  return (
    <>
      <Fault error={props.error} />
      <button type="submit" class="main" disabled={props.isBusy}>
        {props.isBusy ? t('sending') : props.children}
      </button>
    </>
  );
}

/** Says beside the form why something was not done. It is empty until then, so that a screen reader reads it out when it comes. */
export function Fault({ error }: { readonly error: unknown }) {
  const t = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const text =
    error === undefined
      ? ''
      : !(error instanceof Refused) || error.problem.code === 'HTTP'
        ? t('offline')
        : error.language === language
          ? error.problem.detail
          : t('refusedBefore');
  return (
    <p role="alert" class="fault">
      {text}
    </p>
  );
}
