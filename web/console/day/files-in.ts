import { phone } from '../outbox/database';

/** The files of this phone that a command names by their ids, in the order in which it does. */
export async function filesIn(data: object): Promise<readonly string[]> {
  const text = JSON.stringify(data);
  const kept = await (await phone()).getAllKeys('files');
  return kept
    .filter((id) => text.includes(id))
    .sort((left, right) => text.indexOf(left) - text.indexOf(right));
}
