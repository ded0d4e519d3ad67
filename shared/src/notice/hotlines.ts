/** Numbers that are the same in every province. */
import type { Hotline } from './contract';

export const hotlines: readonly Hotline[] = [
  {
    phone: '12345',
    name: { zh: '政务服务热线', en: 'Government service hotline' },
    what: {
      zh: '健康码、颜色、申报和通行的问题',
      en: 'About the code, its colour, declarations and passing',
    },
  },
  {
    phone: '12320',
    name: { zh: '卫生健康热线', en: 'Health hotline' },
    what: { zh: '防疫知识、就诊咨询', en: 'About prevention and where to see a doctor' },
  },
  {
    phone: '120',
    name: { zh: '医疗急救', en: 'Ambulance' },
    what: { zh: '病情危急时', en: 'When somebody is in danger' },
  },
];
