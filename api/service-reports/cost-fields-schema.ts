import { Type } from '@sinclair/typebox';
import { Amount } from '../http/schema/amount';
import { asked } from '../http/schema/form';

export const Minutes = Type.Integer({ minimum: 0, maximum: 100_000 });

/** Work and its cost, of a visit or a service report. */
export const LabourMinutes = asked('Labour', '工时', Minutes, { kind: 'minutes' });
export const TravelMinutes = asked('Travel time', '路途时间', Minutes, { kind: 'minutes' });
export const LabourCost = asked('Labour cost', '工时成本', Amount(), { kind: 'money' });
export const TravelCost = asked('Travel cost', '差旅成本', Amount(), { kind: 'money' });
export const PartsCost = asked('Parts cost', '备件成本', Amount(), { kind: 'money' });
