import { useWords } from '../language';
import type { Visit } from './use-day';
import { DAY_WORDS } from './words';

const isApple = /iPhone|iPad|Macintosh/.test(navigator.userAgent);

/** The maps of the phone itself: no script and no page of somebody else. */
const mapOf = (address: string): string =>
  (isApple ? 'maps://?q=' : 'geo:0,0?q=') + encodeURIComponent(address);

const dialled = (number: string, extension: string | null): string =>
  `tel:${number}${extension === null ? '' : `,${extension}`}`;

/** The two things an engineer does before setting out: call, and find the way. */
export function Contact({ visit }: { readonly visit: Visit }) {
  const t = useWords(DAY_WORDS);
  const { contact, address, phones } = visit;
  const numbers = [
    ...(contact.phone === null ? [] : [{ ...contact, number: contact.phone }]),
    ...phones.map(({ name, number }) => ({ name: name ?? t('customer'), number, extension: null })),
  ];
  return (
    <div className="day-contact">
      {numbers.map(({ name, number, extension }) => (
        <a key={number} className="day-touch" href={dialled(number, extension)}>
          <span aria-hidden="true">☎</span> {t('call', { name })} <span className="quiet">{number}</span>
        </a>
      ))}
      {address === null ? (
        <p className="quiet">{t('noAddress')}</p>
      ) : (
        <a className="day-touch" href={mapOf(address)}>
          <span aria-hidden="true">➤</span> {t('navigate')} <span className="quiet">{address}</span>
        </a>
      )}
    </div>
  );
}
