/**
 * The number of `/call?number=`, as a telephone system calls the page. The router reads digits as a number, and a browser a plus sign that
 * was not escaped as a blank.
 */
export function callNumber(search: Record<string, unknown>): { number?: string } {
  const given = search['number'];
  const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given : '';
  const number = text.replace(/^ (?=\d)/, '+').trim();
  return number === '' ? {} : { number: number.slice(0, 60) };
}
