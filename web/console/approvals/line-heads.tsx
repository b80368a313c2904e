/** The head of a table of lines: what they are, then their figures. */
export function LineHeads({ name, figures }: { readonly name: string; readonly figures: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{name}</th>
        {figures.map((figure) => (
          <th key={figure} scope="col" className="figure">
            {figure}
          </th>
        ))}
      </tr>
    </thead>
  );
}
