import { useName, useWords } from '../language';
import { Field, type FieldProps } from './field';
import { under } from './faults';
import { helpOf, kindOf, labelOf, optionsOf, propertiesOf, variantOf, type FormSchema } from './schema';
import { emptyOf, isGroup, type TypedGroup } from './values';
import { FORM_WORDS } from './words';

/** Fields that belong together; one that need not be there is opened first. */
export function GroupField(props: FieldProps) {
  const t = useWords(FORM_WORDS);
  const named = useName();
  const { schema, name, path, value, onChange, isRequired, faults, place } = props;
  const label = named(labelOf(schema, name));
  const help = helpOf(schema);
  const fault = faults[path];
  if (!isGroup(value))
    return (
      <div className="field">
        <button type="button" className="button-plain" onClick={() => onChange(emptyOf(schema))}>
          {t('addTo', { label })}
        </button>
        <p className="quiet small">{help && named(help)}</p>
        <p className="fault">{fault}</p>
      </div>
    );
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {help && <p className="quiet small">{named(help)}</p>}
      <Fields schema={schema} value={value} onChange={onChange} path={path} faults={faults} place={place} />
      {!isRequired && (
        <button type="button" className="link" onClick={() => onChange(undefined)}>
          {t('remove')}: {label}
        </button>
      )}
    </fieldset>
  );
}

interface Within extends Pick<FieldProps, 'path' | 'faults' | 'place' | 'schema'> {
  readonly value: TypedGroup;
  readonly onChange: (value: TypedGroup) => void;
}

/** The fields of an object; one of several shapes is chosen first. */
export function Fields({ schema, value, onChange, ...rest }: Within) {
  const { path } = rest;
  const variant = variantOf(schema, value);
  return (
    <>
      {schema.anyOf && <Variants schema={schema} value={value} onChange={onChange} {...rest} />}
      {propertiesOf(variant)
        .filter(({ schema: field }) => !(schema.anyOf && kindOf(field) === 'fixed'))
        .map((property) => (
          <Field
            key={property.name}
            {...rest}
            {...property}
            path={under(path, property.name)}
            value={value[property.name]}
            onChange={(changed) => onChange({ ...value, [property.name]: changed })}
          />
        ))}
    </>
  );
}

/** Which of several shapes an object has: by the name of the field that tells them apart. */
function Variants({ schema, value, onChange, path, place }: Within) {
  const t = useWords(FORM_WORDS);
  const named = useName();
  const variants = schema.anyOf ?? [];
  const chosen = variants.indexOf(variantOf(schema, value));
  const id = `${place.id}-${path}-shape`;
  const nameOf = (variant: FormSchema, n: number): string => {
    const fixed = propertiesOf(variant).find(({ schema: field }) => kindOf(field) === 'fixed')?.schema;
    const word = fixed && optionsOf(fixed)[String(fixed.const)];
    return word ? named(word) : String(n + 1);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('kindOfRow')}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => {
          const empty = emptyOf(variants[Number(target.value)] ?? {});
          if (isGroup(empty)) onChange({ ...value, ...empty });
        }}
      >
        {variants.map((variant, n) => (
          <option key={nameOf(variant, n)} value={n}>
            {nameOf(variant, n)}
          </option>
        ))}
      </select>
    </div>
  );
}
