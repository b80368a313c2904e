import { useEffect, useId, useRef, type ReactNode } from 'react';
import { instantText } from '../../shared/instants';
import { DraftKept } from '../draft-kept';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import type { Place } from './field';
import './forms.css';
import { Fields } from './group-field';
import { PreviewText } from './preview';
import { useForm, type CommandForm } from './queries';
import { useCommand, type Target } from './use-command';
import { isDestructive } from './send';
import type { TypedGroup } from './values';
import { FORM_WORDS } from './words';

interface Form {
  readonly type: string;
  readonly target: Target;
  /** Filled in before somebody types. */
  readonly filled?: TypedGroup;
  readonly choices?: Place['choices'];
  /** Shown where somebody changed the process meanwhile: by what. */
  readonly changes?: ReactNode;
  /** Stands above the fields and may fill them in. */
  readonly helper?: (
    form: CommandForm,
    values: TypedGroup,
    change: (values: TypedGroup) => void,
  ) => ReactNode;
  /** Stands beside the button that sends. */
  readonly aside?: ReactNode;
  readonly onDone: (form: CommandForm) => void;
  readonly onCancel: () => void;
}

/** The form of a command, drawn from its schema. */
export function CommandFormCard(props: Form) {
  const { form, error, retry } = useForm(props.target.process, props.type);
  if (error && !form) return <Failed error={error} retry={() => void retry()} />;
  return form ? <Drawn {...props} form={form} /> : <Loading />;
}

const NOTHING = {};

function Drawn(props: Form & { readonly form: CommandForm }) {
  const { form, target, onCancel } = props;
  const t = useWords(FORM_WORDS);
  const { language } = useLanguage();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const command = useCommand(form, target, {
    filled: props.filled ?? NOTHING,
    onDone: () => props.onDone(form),
  });
  const { faults, preview, standing } = command;
  const isBusy = standing === 'asking' || standing === 'sending';
  const name = form.names[language];
  const caseNumber = target.process === 'case' ? target.number : undefined;

  useEffect(() => {
    // The first field that is empty, or the button of a form without fields.
    const [first] = box.current?.querySelectorAll<HTMLElement>('input, textarea, select, .button-main') ?? [];
    first?.focus();
  }, []);
  useEffect(() => {
    if (Object.keys(faults).length > 0) box.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [faults]);
  useEffect(() => {
    if (preview) box.current?.querySelector<HTMLElement>('.button-main')?.focus();
  }, [preview]);

  return (
    <section
      className="card command-form no-print"
      aria-labelledby={`${id}-title`}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h2 id={`${id}-title`}>{name.charAt(0).toUpperCase() + name.slice(1)}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (preview ? command.give() : command.submit());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        {command.begunAt !== undefined && command.isTouched && (
          <p className="quiet">
            {t('kept', { at: instantText(command.begunAt, language) })}{' '}
            <button type="button" className="link" onClick={command.discard}>
              {t('discard')}
            </button>
          </p>
        )}
        <div hidden={preview !== undefined} className="fields">
          {props.helper?.(form, command.values, command.change)}
          <Fields
            schema={form.schema}
            value={command.values}
            onChange={command.change}
            path=""
            faults={faults}
            place={{ id, caseNumber, choices: props.choices ?? NOTHING }}
          />
        </div>
        {preview && (
          <>
            <h3>{t('willHappen')}</h3>
            <PreviewText preview={preview} isCase={target.process === 'case'} />
          </>
        )}
        <p role="alert" className="fault">
          {command.said}
        </p>
        {standing === 'changed' && props.changes}
        <div className="buttons">
          {standing === 'changed' ? (
            <button type="button" className="button-main" onClick={command.goOn}>
              {t('goOn')}
            </button>
          ) : (
            <button type="submit" className="button-main" disabled={isBusy}>
              {isBusy
                ? t('sending')
                : standing === 'unknown'
                  ? t('sendAgain')
                  : preview
                    ? isDestructive(preview)
                      ? t('confirmNamed', { name })
                      : t('confirm')
                    : name}
            </button>
          )}
          {preview ? (
            <button type="button" className="button-plain" onClick={command.back}>
              {t('back')}
            </button>
          ) : (
            <button type="button" className="button-plain" onClick={onCancel}>
              {t('cancel')}
            </button>
          )}
          {props.aside}
          <DraftKept at={command.draft} />
        </div>
      </form>
    </section>
  );
}
