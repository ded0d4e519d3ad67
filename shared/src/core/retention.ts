/**
 * How long each kind of record is kept, and why: the one statement. Screens read it out, the stores take their end
 * of life (TTL) from it, so that what is said and what is done cannot part.
 *
 * Law is cited only where an article says the period or the right itself: 个人信息保护法 art. 19 (no longer than
 * necessary), art. 45 (copy), art. 47 (deletion), art. 56 (records of processing: three years at least). Everything
 * else is the province's own rule, and says so.
 */
import type { Said } from './say';

export interface Kept {
  readonly what: Said;
  /** Days after it was recorded; without them, until the account is deleted. */
  readonly days?: number;
  /** Why it is kept that long, in a sentence. */
  readonly why: Said;
  /**
   * What deleting the account does to it: `now` goes with the account, `later` stays until its days are over, `stays`
   * is of no person.
   */
  readonly leaving: 'now' | 'later' | 'stays';
}

const untilLeft = {
  zh: '您的健康码和以后的表格要用到。',
  en: 'Your code and later forms need it.',
} as const;

export const retention = {
  details: {
    what: {
      zh: '姓名、证件、地址、手机号和微信 / 支付宝登录关联',
      en: 'Name, document, address, phone number and the link to WeChat or Alipay',
    },
    why: untilLeft,
    leaving: 'now',
  },
  code: {
    what: { zh: '健康码和打卡天数', en: 'The health code and its days' },
    why: untilLeft,
    leaving: 'now',
  },
  declarations: {
    what: { zh: '健康申报记录', en: 'Declarations' },
    why: {
      zh: '颜色依据申报计算，您可以随时查看。',
      en: 'The colour is worked out from them, and you can look them up.',
    },
    leaving: 'now',
  },
  requests: {
    what: { zh: '值守权限申请', en: 'Requests for duties' },
    why: {
      zh: '市县指挥部据此审批。',
      en: 'The command of the city or county decides by them.',
    },
    leaving: 'now',
  },
  reminders: {
    what: { zh: '打卡提醒的设置', en: 'Reminders that you asked for' },
    why: {
      zh: '您要求在忘记打卡时收到提醒。',
      en: 'You asked to be reminded of a forgotten check-in.',
    },
    leaving: 'now',
  },
  cards: {
    what: { zh: '纸质卡（注销后不能再用）', en: 'Printed cards (void after the deletion)' },
    why: { zh: '卡口凭卡查验要用到。', en: 'Gates check codes by them.' },
    leaving: 'now',
  },
  passes: {
    what: { zh: '扫码和通行记录', en: 'Scans and passes' },
    days: 90,
    why: {
      zh: '本省规定：供流行病学调查使用，到期自动删除。',
      en: 'The province’s rule: for tracing infections; deleted by themselves afterwards.',
    },
    leaving: 'later',
  },
  audit: {
    what: {
      zh: '谁看过或处理过您信息的记录（不含姓名和号码）',
      en: 'Who looked at or changed your information (no names, no numbers)',
    },
    days: 3 * 366,
    why: {
      zh: '《个人信息保护法》第五十六条：处理情况记录至少保存三年。',
      en: 'Personal Information Protection Law, art. 56: records of processing are kept for three years at least.',
    },
    leaving: 'later',
  },
  left: {
    what: {
      zh: '注销前 14 天内的异常通行标记（与证件、手机号的加密摘要对应，无法还原出号码）',
      en: 'Marks of the 14 days before the deletion that gates warn of, under a keyed digest of document and phone number',
    },
    days: 14,
    why: {
      zh: '防疫规定：不能靠注销再注册消除；期间重新注册，标记会恢复。',
      en: 'Epidemic rules: nobody clears them by registering anew. Whoever does so within that time has them again.',
    },
    leaving: 'later',
  },
  waiting: {
    what: {
      zh: '就诊、购药等记录里尚未登记的人（以证件号、手机号的加密摘要保存，等本人登记）；注销后 14 天内保留证件号摘要，供未出的检测结果查找',
      en: 'Visits, purchases and the like of people not registered yet, under a keyed digest of document or phone; for 14 days after an account was deleted its document’s digest, for results still to come',
    },
    days: 180,
    why: {
      zh: '本省规定：本人登记后记入健康码；一直没有登记的到期自动删除。',
      en: 'The province’s rule: they count once the person registers, and are deleted by themselves otherwise.',
    },
    leaving: 'later',
  },
  samples: {
    what: { zh: '核酸采样和检测结果', en: 'Samples and test results' },
    days: 180,
    why: {
      zh: '本省规定：供流行病学调查使用，到期自动删除。',
      en: 'The province’s rule: for tracing infections; deleted by themselves afterwards.',
    },
    leaving: 'later',
  },
  vaccinations: {
    what: { zh: '疫苗接种记录', en: 'Vaccinations' },
    days: 8 * 366,
    why: {
      zh: '《疫苗管理法》第四十六条：接种记录保存至疫苗有效期满后不少于五年（有效期按最长三年计）。',
      en: 'Vaccine Administration Law, art. 46: kept for five years at least after the vaccine has expired (three years at most).',
    },
    leaving: 'later',
  },
  reports: {
    what: {
      zh: '您提交的线索和举报（提交人信息加密，只有处理人员能看）',
      en: 'Tips and reports that you filed (who filed them is sealed, for the handler alone)',
    },
    days: 2 * 366,
    why: {
      zh: '本省规定：供处理和核查，不随注销删除，到期自动删除。',
      en: 'The province’s rule: for handling and review; they outlive the account and are deleted by themselves.',
    },
    leaving: 'later',
  },
  photos: {
    what: {
      zh: '举报和卡口上报的照片（不含位置等附加信息）',
      en: 'Photos of reports and of what gates reported (without place or other metadata)',
    },
    days: 180,
    why: {
      zh: '本省规定：处理完即无需要，到期自动删除。',
      en: 'The province’s rule: not needed once handled; deleted by themselves.',
    },
    leaving: 'later',
  },
  escalations: {
    what: {
      zh: '卡口的上报和市县指挥部的答复（说明文字加密）',
      en: 'What gates reported to the command, with its answers (notes are sealed)',
    },
    days: 180,
    why: {
      zh: '本省规定：供核查处置是否得当，到期自动删除。',
      en: 'The province’s rule: to review what was decided; deleted by themselves.',
    },
    leaving: 'later',
  },
  observations: {
    what: {
      zh: '医学观察和每天随访（姓名、电话、住址、病情加密，只有该医院、所在网格和指挥部能看）',
      en: 'Medical observation and its follow-ups (names, phones, addresses and illness sealed, for the hospital, the grid and the command alone)',
    },
    days: 2 * 366,
    why: {
      zh: '本省规定：供疾病控制和核查，不随注销删除，到期自动删除。',
      en: 'The province’s rule: for disease control and review; they outlive the account and are deleted by themselves.',
    },
    leaving: 'later',
  },
  doorChecks: {
    what: {
      zh: '上门核查记录（姓名、体温、症状加密）',
      en: 'Checks at the door (names, temperature and symptoms sealed)',
    },
    days: 180,
    why: {
      zh: '本省规定：供网格随访使用，到期自动删除。',
      en: 'The province’s rule: for the grid’s follow-up; deleted by themselves.',
    },
    leaving: 'later',
  },
  households: {
    what: {
      zh: '网格住户名单（地址和联系人加密；移除后保留 180 天）',
      en: 'A grid’s list of households (address and contact sealed; 180 days after removal)',
    },
    why: {
      zh: '由网格员登记和移除，上门时要用到。',
      en: 'Entered and removed by the grid worker, who needs it at the door.',
    },
    leaving: 'stays',
  },
  visits: {
    what: {
      zh: '发热门诊就诊登记（姓名、号码、地址、病情和医生意见加密，只有该医院医护和指挥部能看）',
      en: 'Visits to fever clinics (name, numbers, address, case and opinion sealed, for the hospital’s clinicians and the command alone)',
    },
    days: 2 * 366,
    why: {
      zh: '本省规定：供疾病控制和核查，不随注销删除，到期自动删除。',
      en: 'The province’s rule: for disease control and review; they outlive the account and are deleted by themselves.',
    },
    leaving: 'later',
  },
  purchases: {
    what: {
      zh: '购买退热、止咳药的登记（姓名、号码、药品加密）',
      en: 'Purchases of fever and cough medicine (names, numbers and medicines sealed)',
    },
    days: 366,
    why: {
      zh: '本省规定：供疾病控制和核查，不随注销删除，到期自动删除。',
      en: 'The province’s rule: for disease control and review; they outlive the account and are deleted by themselves.',
    },
    leaving: 'later',
  },
  lists: {
    what: {
      zh: '单位名单上由单位填写的姓名和号码（加密）',
      en: 'Names and numbers that an organisation entered on its list (sealed)',
    },
    why: {
      zh: '由单位填写和移除；您退出后单位看不到您的颜色。',
      en: 'Entered and removed by the organisation, which sees no colour once you have left.',
    },
    leaving: 'stays',
  },
  places: {
    what: {
      zh: '您登记过的地点（卡口、医院、药店等）的名称、地址和位置',
      en: 'Names, addresses and positions of places that you entered (checkpoints, hospitals, pharmacies …)',
    },
    why: {
      zh: '属于公共场所的信息，不含您的姓名和号码。',
      en: 'They tell of a public place and hold neither your name nor a number.',
    },
    leaving: 'stays',
  },
  login: {
    what: {
      zh: '短信验证码（已加密）和防刷次数',
      en: 'SMS codes (hashed) and counters against abuse',
    },
    days: 1,
    why: { zh: '本省规定：防止冒用和滥用。', en: 'The province’s rule: against misuse.' },
    leaving: 'later',
  },
  backups: {
    what: { zh: '数据库的加密备份', en: 'Encrypted backups of the database' },
    days: 35,
    why: {
      zh: '本省规定：仅用于故障恢复，到期自动覆盖。《个人信息保护法》第四十七条：期间只存储，不作他用。',
      en: 'The province’s rule: for recovery only. Personal Information Protection Law, art. 47: stored until then, and used for nothing else.',
    },
    leaving: 'later',
  },
  logs: {
    what: {
      zh: '系统运行日志（只有编号和代码，没有姓名和号码）',
      en: 'Logs of the service (ids and codes; no names, no numbers)',
    },
    days: 365,
    why: {
      zh: '《网络安全法》：网络日志留存不少于六个月。',
      en: 'Cybersecurity Law: logs of a network are kept for six months at least.',
    },
    leaving: 'later',
  },
} as const satisfies Record<string, Kept>;

export type KeptKind = keyof typeof retention;
type EndingKind = {
  [K in KeptKind]: (typeof retention)[K] extends { readonly days: number } ? K : never;
}[KeptKind];

/** For the end of life of an item: seconds since 1970. */
export const endsAtOf = (kind: EndingKind, recordedAtMs: number): number =>
  Math.floor(recordedAtMs / 1000) + retention[kind].days * 86_400;

/** `保存 90 天，到期自动删除`. */
export function keptFor(kind: KeptKind): Said {
  const { days }: Kept = retention[kind];
  if (days === undefined)
    return { zh: '保存到您注销账号为止', en: 'Kept until you delete your account' };
  const years = days / 366;
  return Number.isInteger(years)
    ? { zh: `保存 ${years} 年`, en: `Kept for ${years} years` }
    : { zh: `保存 ${days} 天`, en: `Kept for ${days} ${days === 1 ? 'day' : 'days'}` };
}
