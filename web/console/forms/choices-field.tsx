import { useName } from '../language';
import { idsOf, type FieldProps } from './field';
import { useOptions } from './inputs';
import { helpOf, labelOf } from './schema';
import { rowsOf } from './values';

/** Any of a few values, each a box to tick. */
export function ChoicesField(props: FieldProps) {
  const { schema, name, onChange, place } = props;
  const named = useName();
  const { id, fault, input } = idsOf(props);
  const options = useOptions({ schema: schema.items ?? {}, place });
  const chosen = rowsOf(props.value);
  const help = helpOf(schema);
  return (
    <fieldset className="group choices" aria-describedby={`${id}-help ${id}-fault`}>
      <legend>{named(labelOf(schema, name))}</legend>
      <div className="boxes">
        {options.map(({ value, name: label }, n) => (
          <label key={value}>
            <input
              type="checkbox"
              id={n === 0 ? id : undefined}
              aria-invalid={n === 0 ? input['aria-invalid'] : undefined}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            {label}
          </label>
        ))}
      </div>
      <p id={`${id}-help`} className="quiet small">
        {help && named(help)}
      </p>
      <p id={`${id}-fault`} className="fault">
        {fault}
      </p>
    </fieldset>
  );
}
