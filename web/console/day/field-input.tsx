import { useId, type ReactNode } from 'react';
import { useCodes, type CodeList } from '../codes';
import { useLanguage, useWords } from '../language';
import { useForm } from './form-context';
import { fieldsOf, kindOf, type Field, type Named } from './form-schema';
import { isValues, textOf, type Value } from './form-values';
import { ListField } from './list-field';
import { PartInput } from './part-input';
import { PhotoField } from './photo-field';
import { SignatureField } from './signature-field';
import { DAY_WORDS } from './words';

export interface InputOf extends Named {
  readonly path: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** One field with its label and help, by its kind. Kinds that have no look-up here are typed. */
export function FieldInput(props: InputOf) {
  const { field } = props;
  const kind = kindOf(field);
  if (field.const !== undefined) return null;
  if (kind === 'photo' || kind === 'file') return <PhotoField {...props} isSingle={kind === 'file'} />;
  if (kind === 'signature') return <SignatureField {...props} />;
  if (field.items) return <ListField {...props} />;
  if (field.properties) return <Group {...props} />;
  if (kind === 'yes/no') return <Check {...props} />;
  return <Labelled {...props}>{(of) => <Plain {...props} of={of} />}</Labelled>;
}

export interface Labelling {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby': string;
}

interface LabelledOf extends InputOf {
  readonly children: (of: Labelling) => ReactNode;
}

export function Labelled({ name, field, path, isRequired, children }: LabelledOf) {
  const { language } = useLanguage();
  const { faults } = useForm();
  const t = useWords(DAY_WORDS);
  const id = useId();
  const note = field['x-form'];
  const fault = faults[path];
  return (
    <div className="day-field">
      <label htmlFor={id}>
        {note?.label[language] ?? name}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      {children({ id, ...(fault && { 'aria-invalid': true }), 'aria-describedby': `${id}-help` })}
      <p id={`${id}-help`} className={fault ? 'day-fault' : 'quiet'}>
        {fault ? t(fault) : note?.help?.[language]}
      </p>
    </div>
  );
}

function Plain({ field, value, onChange, isRequired, of }: InputOf & { readonly of: Labelling }) {
  const common = {
    ...of,
    required: isRequired,
    value: textOf(value),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  const options = useOptions(field);
  const t = useWords(DAY_WORDS);
  if (options)
    return (
      <select {...common}>
        <option value="">{t('choose')}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    );
  switch (kindOf(field)) {
    case 'text':
      return <textarea {...common} rows={3} maxLength={field.maxLength} />;
    case 'part':
      return <PartInput {...common} onScan={onChange} />;
    case 'number':
    case 'minutes':
    case 'percent':
      return <input {...common} inputMode="numeric" autoComplete="off" />;
    case 'money':
      return <input {...common} inputMode="decimal" autoComplete="off" />;
    case 'currency':
      return <input {...common} maxLength={3} autoCapitalize="characters" autoComplete="off" />;
    case 'instant':
      return <input {...common} type="datetime-local" />;
    case 'date':
      return <input {...common} type="date" />;
    default:
      return <input {...common} maxLength={field.maxLength} autoComplete="off" />;
  }
}

function useOptions(field: Field): readonly { readonly code: string; readonly name: string }[] | undefined {
  const { language } = useLanguage();
  const lists = useCodes();
  const { codes, visit } = useForm();
  const note = field['x-form'];
  const named = (all: readonly { code: string; name: { en: string; zh: string } }[]) =>
    all.map(({ code, name }) => ({ code, name: name[language] }));
  const family = visit?.unit?.family;
  switch (kindOf(field)) {
    case 'code:fault':
      return named(
        codes.faults.filter(({ productFamily }) => productFamily === null || productFamily === family),
      );
    case 'code:cause':
      return named(codes.causes);
    case 'choice':
      return (field.enum ?? []).map((code) => ({
        code,
        name: note?.options?.[code]?.[language] ?? lists.name((note?.codes ?? 'command') as CodeList, code),
      }));
    default:
      return undefined;
  }
}

function Check({ name, field, value, onChange }: InputOf) {
  const { language } = useLanguage();
  const id = useId();
  return (
    <div className="day-field">
      <label className="day-check">
        <input
          type="checkbox"
          checked={value === true}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => onChange(target.checked ? true : undefined)}
        />
        {field['x-form']?.label[language] ?? name}
      </label>
      <p id={`${id}-help`} className="quiet">
        {field['x-form']?.help?.[language]}
      </p>
    </div>
  );
}

function Group({ name, field, path, value, onChange }: InputOf) {
  const { language } = useLanguage();
  const values = isValues(value) ? value : {};
  return (
    <fieldset className="day-field">
      <legend>{field['x-form']?.label[language] ?? name}</legend>
      {field['x-form']?.help && <p className="quiet">{field['x-form'].help[language]}</p>}
      {fieldsOf(field).map((named) => (
        <FieldInput
          key={named.name}
          {...named}
          path={`${path}.${named.name}`}
          value={values[named.name]}
          onChange={(one) => onChange({ ...values, [named.name]: one })}
        />
      ))}
    </fieldset>
  );
}
