import type { Schemas } from '../api';
import type { Me } from '../session';
import type { CallerFile } from './caller';
import type { CallDraft } from './draft';
import type { Call } from './save-call';

interface Given {
  readonly number: string;
  readonly draft: CallDraft;
  readonly file: CallerFile | undefined;
  readonly language: Schemas['Language'];
  readonly organisation: Me['organisation'];
}

/** The call as it would be saved now: what was typed, and the caller's file where nothing was. */
export function callOf({ number, draft, file, language, organisation }: Given): Call {
  const subject = (draft.subject ?? '').trim();
  const customer = file?.customer ?? draft.customer;
  const units = file?.units ?? [];
  // The only unit of a customer is what they call about, until the clerk says otherwise.
  const serial = (draft.unitSerial ?? (units.length === 1 ? units[0]?.serial : undefined) ?? '').trim();
  const name = (draft.name ?? file?.contactName ?? '').trim();
  const email = (draft.email ?? '').trim();
  const address = (draft.address ?? '').trim();
  return {
    request: {
      channel: draft.channel ?? 'phone',
      sender: {
        kind: draft.senderKind ?? 'customer',
        name: name || customer?.name || (draft.newCustomer ?? '').trim(),
        ...(number !== '' && { phone: number }),
        ...(email !== '' && { email }),
        ...(address !== '' && { address }),
      },
      subject,
      text: (draft.text ?? '').trim() || subject,
      language: draft.language ?? file?.customer.language ?? language,
      ...(serial !== '' && { unitSerial: serial }),
    },
    customerId: customer?.id,
    newCustomer: customer
      ? undefined
      : {
          name: (draft.newCustomer ?? '').trim() || name,
          regionId: organisation.kind === 'hq' ? (draft.regionId ?? '') : organisation.id,
          ...(address !== '' && { address }),
        },
    joinInto: draft.joinInto,
    answer: (draft.answer ?? '').trim(),
    classification: draft.requestType && {
      requestType: draft.requestType,
      priority: draft.priority ?? 'normal',
    },
  };
}
