import type { RegisteredCase } from '../../domain/case/state';
import { searchWords } from '../../platform/search';

/** Search words of a case: texts, numbers, engineer and the sender's contacts. */
export const caseWords = ({ registration, unit, ...state }: RegisteredCase): string =>
  searchWords({
    codes: [registration.caseNumber, registration.requestNumber, unit?.serial],
    phones: [registration.sender.phone],
    texts: [
      registration.subject,
      registration.sender.name,
      state.customer?.name,
      state.dispatch?.engineer.name,
      ...(state.visits ?? []).map(({ engineer }) => engineer.name),
      unit?.productNameEn,
      unit?.productNameZh,
      state.symptom,
      state.diagnosis?.finding,
      state.repair?.fault,
      state.repair?.work,
      state.resolution,
      registration.text,
      ...state.joinedRequests.flatMap(({ requestNumber, text }) => [requestNumber, text]),
    ],
  });
