import { useId, useState } from 'react';
import { DraftKept } from '../draft-kept';
import { keep, readKept } from '../kept';
import { useWords } from '../language';
import { usePreferences } from '../preferences';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { isOwnModule, preferenceOf, type OwnModule } from './own';
import { SNIPPETS_WORDS } from './words';

interface Form {
  readonly module: OwnModule;
  readonly isNew?: boolean;
  readonly taken: readonly OwnModule[];
  /** @param done what was done. */
  readonly onDone: (done: string) => void;
}

const KEY = /^[\p{L}\p{N}_]{1,20}$/u;

/** One module of a person's own, to write, change and delete. What is typed outlives a reload. */
export function ModuleForm({ module, isNew = false, taken, onDone }: Form) {
  const t = useWords(SNIPPETS_WORDS);
  const shell = useWords(SHELL_WORDS);
  const id = useId();
  const { change } = usePreferences();
  const draft = `aftercare.draft.text-module.${isNew ? 'new' : module.id}`;
  const [typed, setTyped] = useState(() => {
    const kept = readKept(draft);
    return isOwnModule(kept) ? { ...kept, id: module.id } : module;
  });
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);

  const type = (part: Partial<OwnModule>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    keep(draft, next);
  };
  const faultIn = (): string => {
    if (!KEY.test(typed.key)) return t('keyFault');
    if (taken.some(({ id: other, key }) => other !== module.id && key === typed.key)) return t('keyTaken');
    if (typed.name.trim() === '') return t('nameFault');
    return typed.en.trim() === '' && typed.zh.trim() === '' ? t('textFault') : '';
  };
  const save = async (value: Omit<OwnModule, 'id'> | null, done: string): Promise<void> => {
    setBusy(true);
    try {
      await change({ [preferenceOf(module.id)]: value });
      keep(draft, undefined);
      setFault('');
      onDone(done);
    } catch (error) {
      setFault(faultText(error, shell));
    }
    setBusy(false);
  };
  const line = (field: 'key' | 'name', most: number) => (
    <div className="field">
      <label htmlFor={`${id}-${field}`}>{t(field)}</label>
      <input
        id={`${id}-${field}`}
        className={field === 'key' ? 'short' : undefined}
        autoComplete="off"
        maxLength={most}
        value={typed[field]}
        onChange={({ target }) => type({ [field]: target.value })}
      />
    </div>
  );
  const text = (field: 'en' | 'zh') => (
    <div className="field">
      <label htmlFor={`${id}-${field}`}>{t(field)}</label>
      <textarea
        id={`${id}-${field}`}
        rows={3}
        maxLength={2000}
        value={typed[field]}
        onChange={({ target }) => type({ [field]: target.value })}
      />
    </div>
  );
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{isNew ? t('add') : module.name}</h2>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = faultIn();
          setFault(found);
          const { key, name, en, zh } = typed;
          if (found === '') void save({ key, name, en, zh }, t('saved', { name }));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        {line('key', 20)}
        {line('name', 60)}
        {text('zh')}
        {text('en')}
        <p role="alert" className="fault">
          {fault}
        </p>
        <div className="buttons">
          <button type="submit" className={isNew ? 'button-main' : 'button-plain'} disabled={isBusy}>
            {t('save')}
          </button>
          {!isNew && (
            <button
              type="button"
              className="button-plain"
              disabled={isBusy}
              onClick={() => {
                const { name } = module;
                if (window.confirm(t('deleteAsk', { name }))) void save(null, t('deleted', { name }));
              }}
            >
              {t('delete')}
            </button>
          )}
          <DraftKept at={draft} />
        </div>
      </form>
    </section>
  );
}
