/** The instant at which a day of the reader's begins, at their midnight. */
export const beginOf = (day: string): string | undefined => {
  const at = new Date(`${day}T00:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};
/** The day that a field for days shows. */
export const dayOf = (instant: string | undefined): string => {
  const at = new Date(instant ?? '');
  return Number.isNaN(at.getTime())
    ? ''
    : [at.getFullYear(), at.getMonth() + 1, at.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
};
