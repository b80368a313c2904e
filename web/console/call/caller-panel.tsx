import { useState } from 'react';
import { useLanguage, useName, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { useCustomersLike, type useCaller } from './caller';
import { FileOfCaller } from './caller-file';
import type { CallDraft, Drafting } from './draft';
import { NewCustomer } from './new-customer';
import { CALL_WORDS } from './words';

interface Panel extends Pick<Drafting, 'draft' | 'change'> {
  readonly number: string;
  readonly caller: ReturnType<typeof useCaller>;
  /** After a customer was chosen the clerk goes on writing. */
  readonly onChosen: () => void;
}

/** The caller beside the form: their file, the choice among several, or how an unknown one is joined or taken in. */
export function CallerPanel({ number, caller, draft, change, onChosen }: Panel) {
  const t = useWords(CALL_WORDS);
  const nameOf = useName();
  const { callers, found, file } = caller;
  const choose = (customer: CallDraft['customer']) => {
    change({ customer, unitSerial: undefined, joinInto: undefined });
    if (customer) onChosen();
  };
  if (number !== '' && callers.isPending) return <Loading />;
  if (callers.error && !callers.data)
    return <Failed error={callers.error} retry={() => void callers.refetch()} />;
  const words = callers.data?.phone.words;
  return (
    <section className="card caller" aria-labelledby="caller-title">
      <h2 id="caller-title">
        {t('caller')} {words && <span className="quiet">{nameOf(words)}</span>}
      </h2>
      {callers.data?.elsewhere.map(({ name, centre }) => (
        <p key={name} className="chip chip-warn">
          {t('elsewhere', { name, centre: centre ? `${nameOf(centre.name)} ${centre.phone}` : '–' })}
        </p>
      ))}
      {file ? (
        <>
          <FileOfCaller file={file} joinInto={draft.joinInto} onAbout={(joinInto) => change({ joinInto })} />
          {!draft.registered && (
            <button type="button" className="button-plain" onClick={() => choose(null)}>
              {t('change')}
            </button>
          )}
        </>
      ) : (
        <>
          {found.length > 0 && (
            <>
              <p>{t('several')}</p>
              <ul className="rows">
                {found.map(({ customer, contactName }) => (
                  <li key={customer.id}>
                    <button type="button" className="choice" onClick={() => choose(customer)}>
                      <strong>{customer.name}</strong> {contactName}
                      <span className="quiet">{customer.address}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {found.length === 0 &&
            (words ? (
              <p>{t('nobody', { number: nameOf(words) })}</p>
            ) : (
              <p className="quiet">{t('noNumberHelp')}</p>
            ))}
          <FindCustomer
            isLearned={words !== undefined}
            onChoose={choose}
            onNew={(newCustomer) => {
              change({ newCustomer });
              onChosen();
            }}
          />
          <NewCustomer draft={draft} change={change} />
        </>
      )}
    </section>
  );
}

interface Finding {
  /** The number becomes the customer's with the call. */
  readonly isLearned: boolean;
  readonly onChoose: (customer: { readonly id: string; readonly name: string }) => void;
  /** Takes the words as the name of a new customer. */
  readonly onNew: (name: string) => void;
}

/** Joins a caller to a customer: Enter takes the first that is found, or the name for a new one. */
function FindCustomer({ isLearned, onChoose, onNew }: Finding) {
  const t = useWords(CALL_WORDS);
  const { language } = useLanguage();
  const [q, setQ] = useState('');
  const like = useCustomersLike(q.trim());
  const items = q.trim().length >= 2 ? (like.data?.items ?? []) : [];
  const isNone = q.trim().length >= 2 && like.data?.items.length === 0 && !like.isFetching;
  return (
    <div className="find">
      <label>
        {t('find')}
        <input
          type="search"
          autoFocus={isLearned}
          value={q}
          maxLength={200}
          placeholder={t('findHint')}
          onChange={({ target }) => setQ(target.value)}
          onKeyDown={(event) => {
            const first = items[0];
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (like.isFetching) return;
            if (first) onChoose(first);
            else if (isNone) onNew(q.trim());
          }}
        />
      </label>
      <ul className="rows" aria-live="polite">
        {items.map(({ id, name, nameEn, number, address }) => (
          <li key={id}>
            <button type="button" className="choice" onClick={() => onChoose({ id, name })}>
              <strong>{language === 'en' && nameEn ? nameEn : name}</strong> {number}
              <span className="quiet">{address}</span>
            </button>
          </li>
        ))}
        {isNone && <li className="quiet">{t('noMatch', { name: q.trim() })}</li>}
      </ul>
      {isLearned && items.length > 0 && <p className="quiet">{t('joins')}</p>}
    </div>
  );
}
