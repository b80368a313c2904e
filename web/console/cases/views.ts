/** Key of the query for saved views of the list of cases. */
export const VIEWS = ['views', 'cases'] as const;
