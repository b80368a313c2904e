import { useEffect, useState } from 'preact/hooks';
import { post, read, Refused, type Schemas } from '../api';
import { answered, idFor, useDraft } from '../kept';
import { useLanguage, useWords } from '../language';
import { Fault, State } from '../states';
import { SHARED_WORDS } from '../words';
import { REQUEST_WORDS } from './words';

type Receipt = Schemas['PublicReceipt'];

/** A request of anybody, with no link and no login; a QR code on the unit fills in its serial number. */
export function RequestPage() {
  const [receipt, setReceipt] = useState<Receipt>();
  return receipt ? (
    <Done receipt={receipt} onAgain={() => setReceipt(undefined)} />
  ) : (
    <Form onDone={setReceipt} />
  );
}

function Done({ receipt, onAgain }: { readonly receipt: Receipt; readonly onAgain: () => void }) {
  const t = useWords(REQUEST_WORDS);
  const { language } = useLanguage();
  return (
    <State title={t('doneTitle')}>
      <p role="status">
        {t('done')} <strong>{receipt.number}</strong>
      </p>
      <p>{receipt.promise[language]}</p>
      <p>{t('doneCase')}</p>
      <button type="button" onClick={onAgain}>
        {t('another')}
      </button>
    </State>
  );
}

const serialOfAddress = (): string => new URLSearchParams(location.search).get('serial') ?? '';

function Form({ onDone }: { readonly onDone: (receipt: Receipt) => void }) {
  const t = useWords(REQUEST_WORDS);
  const shared = useWords(SHARED_WORDS);
  const { language } = useLanguage();
  const name = useDraft('name');
  const phone = useDraft('phone');
  const serial = useDraft(`serial ${serialOfAddress()}`, serialOfAddress());
  const text = useDraft('text');
  const [website, setWebsite] = useState('');
  const stamp = useStamp();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error?: unknown }>({
    isBusy: false,
  });

  const submit = async (): Promise<void> => {
    const given = serial.value.trim();
    const request = {
      name: name.value.trim(),
      phone: phone.value.trim(),
      text: text.value.trim(),
      ...(given !== '' && { unitSerial: given }),
    };
    const content = JSON.stringify(request);
    setState({ isBusy: true });
    try {
      const receipt = await post('/v1/public/requests', {
        language,
        headers: { 'idempotency-key': idFor(content) },
        body: { ...request, language, stamp: await stamp.get(), ...(website !== '' && { website }) },
      });
      for (const draft of [serial, text]) draft.clear();
      answered(content);
      onDone(receipt);
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'FORM.STALE') stamp.renew();
      setState({ isBusy: false, error });
    }
  };
  const { isBusy, error } = state;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <label>
        {t('name')}
        <input
          required
          maxLength={200}
          autoComplete="name"
          value={name.value}
          onInput={({ currentTarget }) => name.set(currentTarget.value)}
        />
      </label>
      <label>
        {t('phone')}
        <input
          type="tel"
          required
          maxLength={60}
          autoComplete="tel"
          aria-describedby="phone-help"
          value={phone.value}
          onInput={({ currentTarget }) => phone.set(currentTarget.value)}
        />
        <small id="phone-help">{t('phoneHelp')}</small>
      </label>
      <label>
        {t('serial')} <span class="quiet">({shared('optional')})</span>
        <input
          maxLength={100}
          autoCapitalize="characters"
          aria-describedby="serial-help"
          value={serial.value}
          onInput={({ currentTarget }) => serial.set(currentTarget.value)}
        />
        <small id="serial-help">{t('serialHelp')}</small>
      </label>
      <label>
        {t('text')}
        <textarea
          required
          rows={5}
          maxLength={4000}
          value={text.value}
          onInput={({ currentTarget }) => text.set(currentTarget.value)}
        />
      </label>
      <label class="trap" aria-hidden="true">
        {t('website')}
        <input
          tabIndex={-1}
          autoComplete="off"
          value={website}
          onInput={({ currentTarget }) => setWebsite(currentTarget.value)}
        />
      </label>
      <p class="quiet">{t('use')}</p>
      <Fault error={error} />
      <button type="submit" class="main wide" disabled={isBusy}>
        {isBusy ? shared('sending') : t('send')}
      </button>
    </form>
  );
}

const newStamp = async (): Promise<string> =>
  (await read('/v1/public/request-form', { language: 'zh' })).stamp;

/** Says to the API when the form was opened; without a connection then, it is asked for once more when the form is sent. */
function useStamp() {
  const [stamp, setStamp] = useState<string>();
  const renew = (): void => void newStamp().then(setStamp, () => undefined);
  useEffect(renew, []);
  return {
    renew,
    get: async (): Promise<string> => {
      const one = stamp ?? (await newStamp());
      setStamp(one);
      return one;
    },
  };
}
