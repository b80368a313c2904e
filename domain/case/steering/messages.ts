import { nameOf } from '../../identity/actor';
import { ownerRecipient, tell, notifyCustomer } from '../common/recipients';
import type { Messages } from '../effects';
import type { SteeringEvents } from './case-terms';
import { quoted } from './notes';

export const STEERING_MESSAGES: Messages<keyof SteeringEvents> = {
  NoteAdded: (state, { data: { text, mentions = [] }, actor }) => {
    const named = mentions.map(({ id }) => id);
    const params = { by: nameOf(actor), text: quoted(text) };
    const others = (state.followers ?? []).filter((id) => !named.includes(id));
    return [
      ...named.map((staffId) => tell(state, { staffId }, 'mentioned', params)),
      ...others.map((staffId) => tell(state, { staffId }, 'note-added', params)),
    ].filter(({ to }) => !('staffId' in to && to.staffId === actor.id));
  },
  LinkSent: (state) => notifyCustomer(state, 'case-link'),
  CaseCancelled: (state, { data: { reason } }) => {
    const engineer = state.dispatch?.engineer;
    return [
      ...notifyCustomer(state, 'case-cancelled', { reason }),
      ...(engineer ? [tell(state, { staffId: engineer.id }, 'work-order-cancelled', { reason })] : []),
    ];
  },
  CaseResumed: (state, { data }) => (data.byItself ? [tell(state, ownerRecipient(state), 'pause-over')] : []),
  CaseHandedOver: (state, { data: { to, reason }, actor }) => [
    tell(state, { staffId: to.id }, 'case-handed-over', { by: nameOf(actor), reason }),
  ],
};
