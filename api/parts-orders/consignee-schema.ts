import { Text } from '../http/schema/common';
import { asked } from '../http/schema/form';

/** The fields of the one who gets a parcel. */
export const CONSIGNEE = {
  name: asked('Name', '收货单位', Text(200)),
  address: asked('Address', '地址', Text(500)),
  contact: asked('Contact', '联系人', Text(200)),
  phone: asked('Telephone', '电话', Text(40)),
};
