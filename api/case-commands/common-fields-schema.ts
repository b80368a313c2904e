import { Text } from '../http/schema/common';
import { asked } from '../http/schema/form';

/** Fields of many commands. */
export const ReasonField = asked('Reason', '原因', Text(2_000));
export const Note = asked('Note', '说明', Text(2_000));
