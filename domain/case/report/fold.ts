import { nameOf } from '../../identity/actor';

import { boundedVersions } from '../common/bounded';
import { boundedFiles } from '../common/bounded-lists';
import type { EventOf } from '../events';
import { entering, unchanged, type Fold } from '../fold';
import type { CaseState } from '../state';
import type { ReportEvents } from './case-terms';
import { complete, isSameCost } from './service-report';
import type { AttachedFile, ReportVersion } from './terms';

export const REPORT_FOLD: Fold<keyof ReportEvents> = {
  ServiceReported: (state, event, at) => {
    const report = complete(state, event.data);
    const by = { id: event.actor.id, name: nameOf(event.actor) };
    const first = { version: 1, at, by, report, changes: [], costsPostedBy: event.seq };
    return entering(state, 'reported', at, { report, reportVersions: [first] });
  },
  ReportAmended: amended,
  InstallationAccepted: unchanged,
  FileAttached: (state, { data: { attachment, caption } }, attachedAt) => {
    const file: AttachedFile = { ...attachment, ...(caption !== undefined && { caption }), attachedAt };
    return { ...state, attachments: boundedFiles([...(state.attachments ?? []), file]) };
  },
};

function amended(state: CaseState, { data, actor, seq }: EventOf<'ReportAmended'>, at: string): CaseState {
  const { version, report, changes, reason } = data;
  const earlier = state.reportVersions ?? [];
  const posted = earlier.at(-1)?.costsPostedBy;
  const isPosted = state.report !== undefined && isSameCost(state.report, report);
  const costsPostedBy = isPosted && posted !== undefined ? posted : seq;
  const by = { id: actor.id, name: nameOf(actor) };
  const next: ReportVersion = { version, at, by, report, changes, reason, costsPostedBy };
  return { ...state, report, reportVersions: boundedVersions([...earlier, next]) };
}
