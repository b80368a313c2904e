/** Pages of this browser share one cookie: each tells the others when a person has logged in or out. */
const channel = new BroadcastChannel('aftercare.session');

/** @param staffId the person who has logged in; null after a logout. */
export const tellTabs = (staffId: string | null): void => channel.postMessage(staffId);

export function onTold(listener: (staffId: string | null) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>): void => listener(typeof data === 'string' ? data : null);
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
