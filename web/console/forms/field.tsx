import type { ReactNode } from 'react';
import { useName, useWords } from '../language';
import type { Faults } from './faults';
import { GroupField } from './group-field';
import { FileField } from './file-field';
import { ChoicesField } from './choices-field';
import { ChoiceField, FixedField, InstantField, TextField, YesNoField } from './inputs';
import { ListField } from './list-field';
import { LookUpField } from './look-up-field';
import { LOOK_UPS, type Choice } from './look-ups';
import { helpOf, kindOf, labelOf, type FormSchema } from './schema';
import type { Typed } from './values';
import { FORM_WORDS } from './words';

/** Around a form: where it is, and what only that place knows. */
export interface Place {
  /** Begins the ids of its fields. */
  readonly id: string;
  /** The case to which files are uploaded. */
  readonly caseNumber: string | undefined;
  /** Values to choose from that the process itself has, by the kind of field: its visits, its approvals. */
  readonly choices: Readonly<Partial<Record<string, readonly Choice[]>>>;
}

export interface FieldProps {
  readonly schema: FormSchema;
  readonly name: string;
  readonly path: string;
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
  readonly isRequired: boolean;
  readonly faults: Faults;
  readonly place: Place;
}

const FILES: readonly string[] = ['file', 'photo', 'signature'];

/** One field, by its kind. A kind that is not known here is asked for as text: a new one is usable at once. */
export function Field(props: FieldProps) {
  const kind = kindOf(props.schema);
  if (kind === 'group') return <GroupField {...props} />;
  if (kind === 'choices') return <ChoicesField {...props} />;
  if (kind === 'list') return <ListField {...props} />;
  if (kind === 'yes/no') return <YesNoField {...props} />;
  if (kind === 'choice' || kind === 'currency') return <ChoiceField {...props} />;
  if (kind === 'instant') return <InstantField {...props} />;
  if (kind === 'fixed') return <FixedField {...props} />;
  if (FILES.includes(kind) && props.place.caseNumber !== undefined) return <FileField {...props} />;
  if ((props.place.choices[kind] ?? []).length > 0) return <ChoiceField {...props} />;
  if (LOOK_UPS[kind]) return <LookUpField {...props} />;
  return <TextField {...props} />;
}

/** Attributes that every input carries: its id, and the texts that describe it. */
export function idsOf({ place, path, faults }: Pick<FieldProps, 'place' | 'path' | 'faults'>) {
  const id = `${place.id}-${path}`;
  const fault = faults[path];
  return {
    id,
    fault,
    input: {
      id,
      'aria-invalid': fault === undefined ? undefined : true,
      'aria-describedby': `${id}-help ${id}-fault`,
    } as const,
  };
}

interface Framed extends FieldProps {
  readonly children: ReactNode;
  /** Said beside the label. */
  readonly aside?: string;
}

/** A label, what helps to fill it in, the input, and what is wrong with it. */
export function Labelled({ schema, name, isRequired, children, aside, ...props }: Framed) {
  const t = useWords(FORM_WORDS);
  const named = useName();
  const { id, fault } = idsOf(props);
  const help = helpOf(schema);
  return (
    <div className="field">
      <label htmlFor={id}>
        {named(labelOf(schema, name))}
        {!isRequired && <span className="quiet"> ({t('optional')})</span>}
        {aside !== undefined && <span className="quiet"> {aside}</span>}
      </label>
      {children}
      <p id={`${id}-help`} className="quiet small">
        {help && named(help)}
      </p>
      <p id={`${id}-fault`} className="fault">
        {fault}
      </p>
    </div>
  );
}
