import { useId, type ReactNode } from 'react';
import type { Bilingual } from '../../shared/language';
import { useCodes, type CodeList } from '../codes';
import {
  codesOf,
  fieldsOf,
  helpOf,
  kindOf,
  labelOf,
  optionsOf,
  type FormSchema,
  type Property,
} from '../forms/schema';
import { isGroup, textOf, type Typed } from '../forms/values';
import { useName, useWords } from '../language';
import { useForm } from './form-context';
import { ListField } from './list-field';
import { PartInput } from './part-input';
import { PhotoField } from './photo-field';
import { SignatureField } from './signature-field';
import { DAY_WORDS } from './words';

export interface InputOf extends Property {
  readonly path: string;
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
}

/** One field with its label and help, by its kind. Kinds that have no look-up here are typed. */
export function FieldInput(props: InputOf) {
  const { schema } = props;
  const kind = kindOf(schema);
  if (schema.const !== undefined) return null;
  if (kind === 'photo' || kind === 'file') return <PhotoField {...props} isSingle={kind === 'file'} />;
  if (kind === 'signature') return <SignatureField {...props} />;
  if (schema.items) return <ListField {...props} />;
  if (schema.properties) return <Group {...props} />;
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

export function Labelled({ name, schema, path, isRequired, children }: LabelledOf) {
  const named = useName();
  const { faults } = useForm();
  const t = useWords(DAY_WORDS);
  const id = useId();
  const help = helpOf(schema);
  const fault = faults[path];
  return (
    <div className="day-field">
      <label htmlFor={id}>
        {named(labelOf(schema, name))}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      {children({ id, ...(fault && { 'aria-invalid': true }), 'aria-describedby': `${id}-help` })}
      <p id={`${id}-help`} className={fault ? 'day-fault' : 'quiet'}>
        {fault ? t(fault) : help && named(help)}
      </p>
    </div>
  );
}

function Plain({ schema, value, onChange, isRequired, of }: InputOf & { readonly of: Labelling }) {
  const common = {
    ...of,
    required: isRequired,
    value: textOf(value),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  const options = useOptions(schema);
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
  switch (kindOf(schema)) {
    case 'text':
      return <textarea {...common} rows={3} maxLength={schema.maxLength} />;
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
      return <input {...common} maxLength={schema.maxLength} autoComplete="off" />;
  }
}

function useOptions(
  schema: FormSchema,
): readonly { readonly code: string; readonly name: string }[] | undefined {
  const named = useName();
  const lists = useCodes();
  const { codes, visit } = useForm();
  const listed = (all: readonly { readonly code: string; readonly name: Bilingual }[]) =>
    all.map(({ code, name }) => ({ code, name: named(name) }));
  const words = optionsOf(schema);
  const family = visit?.unit?.family;
  switch (kindOf(schema)) {
    case 'code:fault':
      return listed(
        codes.faults.filter(({ productFamily }) => productFamily === null || productFamily === family),
      );
    case 'code:cause':
      return listed(codes.causes);
    case 'choice':
      return (schema.enum ?? []).map((code) => {
        const word = words[code];
        return {
          code,
          name: word ? named(word) : lists.name((codesOf(schema) ?? 'command') as CodeList, code),
        };
      });
    default:
      return undefined;
  }
}

function Check({ name, schema, value, onChange }: InputOf) {
  const named = useName();
  const id = useId();
  const help = helpOf(schema);
  return (
    <div className="day-field">
      <label className="day-check">
        <input
          type="checkbox"
          checked={value === true}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => onChange(target.checked ? true : undefined)}
        />
        {named(labelOf(schema, name))}
      </label>
      <p id={`${id}-help`} className="quiet">
        {help && named(help)}
      </p>
    </div>
  );
}

function Group({ name, schema, path, value, onChange }: InputOf) {
  const named = useName();
  const help = helpOf(schema);
  const values = isGroup(value) ? value : {};
  return (
    <fieldset className="day-field">
      <legend>{named(labelOf(schema, name))}</legend>
      {help && <p className="quiet">{named(help)}</p>}
      {fieldsOf(schema).map((property) => (
        <FieldInput
          key={property.name}
          {...property}
          path={`${path}.${property.name}`}
          value={values[property.name]}
          onChange={(one) => onChange({ ...values, [property.name]: one })}
        />
      ))}
    </fieldset>
  );
}
