import type { WireCommand } from '../../api/case-commands/schema';
import { ANSWER, aRequest, CLASSIFY, command, dispatchTo, REPAIR, REPORT } from '../../test/support/requests';
import type { Cast } from './messages';

const SLOT_MS = 10 * 60_000;
const nth = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('A cast has nobody to play a part');
  return one;
};

export interface Turn {
  readonly token: string;
  readonly command: WireCommand;
}

/**
 * A whole repair: the request, then the commands of clerk and engineer. No engineer has two appointments at
 * once.
 */
export function repairStory(cast: Cast, index: number) {
  const { clerk } = cast;
  const engineer = nth(cast.engineers, index);
  const sender = nth(cast.senders, index);
  const slot = Date.now() + SLOT_MS * (1 + Math.floor(index / cast.engineers.length));
  const appointment = {
    from: new Date(slot).toISOString(),
    to: new Date(slot + SLOT_MS - 1_000).toISOString(),
  };
  const dispatch = dispatchTo(engineer.id, [{ partNumber: nth(cast.partNumbers, index), quantity: 1 }]);
  const by = (token: string, given: Parameters<typeof command>[0]): Turn => ({
    token,
    command: command(given),
  });
  const turns: readonly Turn[] = [
    by(clerk.token, ANSWER),
    by(clerk.token, CLASSIFY),
    by(clerk.token, { ...dispatch, data: { ...dispatch.data, appointment } }),
    by(engineer.token, { type: 'arrive', data: {} }),
    by(engineer.token, REPAIR),
    by(engineer.token, REPORT),
    by(clerk.token, { type: 'recordSurvey', data: { productScore: 4, serviceScore: 5 } }),
    by(clerk.token, { type: 'recordRevisit', data: { outcome: 'satisfied', note: '设备运行正常' } }),
    by(clerk.token, { type: 'close', data: {} }),
  ];
  return { clerk, request: aRequest({ sender: { kind: 'customer', ...sender } }), turns };
}
