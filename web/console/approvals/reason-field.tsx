interface Reason {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** The reason that a dialog asks for before it acts. */
export function ReasonField({ id, label, value, onChange }: Reason) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        required
        maxLength={2000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}
