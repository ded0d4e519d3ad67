/**
 * A copy of one's data as sheets (U12): to be read by the person, and by a program. The last column of a list is the
 * record itself, as JSON. The document's number and the phone are masked here too: the file lies on a phone that may
 * get lost, and is passed on in chats; its owner knows the numbers.
 */
import { Platform, platformLabels } from '@yimatong/shared/core/platform';
import { cardEndLabels } from '@yimatong/shared/card/contract';
import { colourOn } from '@yimatong/shared/code/colour';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { clauseLabels } from '@yimatong/shared/code/trigger';
import { addressLine } from '@yimatong/shared/core/address';
import { areaName } from '@yimatong/shared/core/area';
import { auditTold, forFamily, isByRelative } from '@yimatong/shared/core/audit-action';
import { roleLabels } from '@yimatong/shared/core/contract';
import { dayNumbered, dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import type { AccountId } from '@yimatong/shared/core/id';
import { documentLabels, maskedNumber, maskedPhone } from '@yimatong/shared/core/person';
import { type Kept, keptFor, type KeptKind, retention } from '@yimatong/shared/core/retention';
import type { Said } from '@yimatong/shared/core/say';
import {
  answerLabels,
  escalationReasonLabels,
  escalationStateLabels,
} from '@yimatong/shared/escalation/watch';
import { symptomLabels } from '@yimatong/shared/core/symptom';
import { outcomeLabels } from '@yimatong/shared/observation/contract';
import { kindLabels, linesOf } from '@yimatong/shared/declaration/lines';
import { directionLabels, reasonLabels } from '@yimatong/shared/pass/contract';
import { grantStateLabels } from '@yimatong/shared/place/contract';
import { linesOf as reportLinesOf, titleOf } from '@yimatong/shared/report/lines';
import { doseSheet, sampleSheet } from './sample-sheets';
import type { Recorded } from './recorded';
import { purchaseSheet, visitSheet } from './recorded-sheets';
import { both, content, field, json, moment, record, type Sheet, when } from './sheet';
import type { Everything } from './store';

export const sheetsOf = (
  all: Everything,
  recorded: Recorded,
  reader: AccountId,
  at: Instant,
): Sheet[] => {
  const lists = [
    detailsSheet(all),
    codeSheet(all, at),
    declarationSheet(all),
    passSheet(all),
    escalationSheet(all),
    observationSheet(all),
    doorCheckSheet(all),
    lookSheet(all, reader),
    grantSheet(all),
    cardSheet(all),
    reportSheet(all),
    visitSheet(recorded),
    purchaseSheet(recorded),
    sampleSheet(all),
    doseSheet(all),
  ];
  return [aboutSheet(lists, at), ...lists];
};

function aboutSheet(lists: readonly Sheet[], at: Instant): Sheet {
  const kinds = Object.keys(retention) as KeptKind[];
  return {
    name: { zh: '说明', en: 'About' },
    columns: [field, content],
    rows: [
      ['一码通个人资料副本 A copy of your data in 一码通', `${moment(at)}（北京时间 UTC+8）`],
      [
        '格式 Format',
        '每类资料一页；各列表的最后一列是原始记录（JSON，UTF-8），可供程序读取。时间均为北京时间。证件号码和手机号只显示部分。 A sheet a kind; the last column of each list is the record itself (JSON), for programs. Document and phone numbers are masked.',
      ],
      ...lists.map(({ name, rows }) => [both(name), `${rows.length} 行 rows`]),
      ...kinds.map((kind) => {
        const { what, why }: Kept = retention[kind];
        return [
          `保存多久：${what.zh} How long: ${what.en}`,
          `${keptFor(kind).zh}。${why.zh} ${keptFor(kind).en}. ${why.en}`,
        ];
      }),
    ],
  };
}

function detailsSheet(all: Everything): Sheet {
  const { details, phone, registeredAt, identities, remindsFrom } = all;
  return {
    name: { zh: '个人信息', en: 'Details' },
    columns: [field, content],
    rows: [
      ['手机号 Phone', maskedPhone(phone)],
      ['注册时间 Registered', moment(registeredAt)],
      ...identities.map((platform) => [
        '登录关联 Signs in by',
        both(platformLabels[Platform.parse(platform)]),
      ]),
      ...(remindsFrom === undefined ? [] : [['打卡提醒 Reminder from', remindsFrom]]),
      ...(details
        ? [
            ['姓名 Name', details.name],
            ['证件类型 Kind of document', both(documentLabels[details.document.type])],
            ['证件号码 Document number', maskedNumber(details.document.number)],
            ['目前所在地址 Current address', addressLine(details.address)],
            ['填写时间 Entered', moment(details.updatedAt)],
          ]
        : []),
    ],
  };
}

function codeSheet({ code, isWhole }: Everything, at: Instant): Sheet {
  const today = numberOf(dayOf(at));
  const shown = code && colourOn(today, code.record, ruleSetOn(today));
  return {
    name: { zh: '健康码', en: 'Code' },
    columns: [field, content],
    rows:
      code && shown
        ? [
            ['颜色 Colour', both(colourLabels[shown.colour])],
            ...(code.record.claimedOn === undefined
              ? []
              : [['申领日期 Claimed on', dayNumbered(code.record.claimedOn)]]),
            ...shown.reasons.map(({ trigger, clearsOn }) => [
              both(clauseLabels[trigger.clause]),
              `${dayNumbered(trigger.since)} → ${dayNumbered(clearsOn)}`,
            ]),
            ...(isWhole ? [[both(record), json(code.record)]] : []),
          ]
        : [],
  };
}

const declarationSheet = ({ declarations }: Everything): Sheet => ({
  name: { zh: '健康申报', en: 'Declarations' },
  columns: [when, { zh: '种类', en: 'Kind' }, content, record],
  rows: declarations.map((declared) => [
    moment(declared.at),
    both(kindLabels[declared.declaration.kind]),
    linesOf(declared.declaration)
      .map(({ label, value }) => `${label.zh}：${value.zh}`)
      .join('；'),
    json(declared),
  ]),
});

const outcomes = {
  looked: { zh: '只查看', en: 'Looked at' },
  passed: { zh: '已通行', en: 'Passed' },
  stopped: { zh: '被劝返', en: 'Stopped' },
  self: { zh: '自己扫海报', en: 'Scanned a poster' },
} as const;

const passSheet = ({ passes }: Everything): Sheet => ({
  name: { zh: '扫码和通行', en: 'Scans and passes' },
  columns: [
    when,
    { zh: '地点', en: 'Place' },
    { zh: '颜色', en: 'Colour' },
    { zh: '结果', en: 'Outcome' },
    { zh: '方向和事由', en: 'Direction, reason' },
    record,
  ],
  rows: passes.map((pass) => [
    moment(pass.at),
    [pass.placeName, pass.address].filter(Boolean).join(' '),
    both(colourLabels[pass.colour]),
    both(outcomes[pass.outcome]),
    [
      pass.direction && both(directionLabels[pass.direction]),
      pass.reason && both(reasonLabels[pass.reason]),
    ]
      .filter(Boolean)
      .join(' · '),
    json(pass),
  ]),
});

const escalationSheet = ({ escalations }: Everything): Sheet => ({
  name: { zh: '卡口上报', en: 'Reported by gates' },
  columns: [
    when,
    { zh: '地点', en: 'Place' },
    { zh: '原因', en: 'Reason' },
    { zh: '状态', en: 'State' },
    { zh: '答复', en: 'Answer' },
    record,
  ],
  rows: escalations.map((one) => [
    moment(one.at),
    one.placeName,
    both(escalationReasonLabels[one.reason]),
    both(escalationStateLabels[one.state]),
    one.answer ? both(answerLabels[one.answer]) : '',
    json(one),
  ]),
});

const self: Said = { zh: '本人', en: 'Yourself' };
const relative: Said = { zh: '家人（代办）', en: 'A relative' };
const staff: Said = { zh: '有权限的工作人员', en: 'Authorised staff' };

const lookSheet = ({ entries }: Everything, reader: AccountId): Sheet => ({
  name: { zh: '查看和处理', en: 'Looks' },
  columns: [
    when,
    { zh: '谁', en: 'Who' },
    { zh: '做了什么', en: 'What' },
    { zh: '为什么', en: 'Why' },
    record,
  ],
  rows: entries.map(({ actorId, ...entry }) => {
    const { what, why } = auditTold(entry.action);
    const isRelative = isByRelative({ action: entry.action, actorId }, reader);
    const who = isRelative
      ? relative
      : actorId === reader
        ? self
        : entry.role
          ? roleLabels[entry.role]
          : staff;
    const where = entry.placeName ?? (entry.area === undefined ? '' : areaName(entry.area));
    return [
      moment(entry.at),
      [both(who), where].filter(Boolean).join(' '),
      both(what),
      both(isRelative ? forFamily : why),
      json(entry),
    ];
  }),
});

const observationSheet = ({ observations }: Everything): Sheet => ({
  name: { zh: '医学观察', en: 'Medical observation' },
  columns: [
    when,
    { zh: '医院', en: 'Hospital' },
    { zh: '开始', en: 'From' },
    { zh: '天数', en: 'Days' },
    { zh: '结果', en: 'Outcome' },
    record,
  ],
  rows: observations.map((one) => [
    moment(one.openedAt),
    one.placeName,
    one.startOn,
    String(one.days),
    one.ending ? `${both(outcomeLabels[one.ending.outcome])} ${one.ending.endOn}` : '',
    json(one),
  ]),
});

const doorCheckSheet = ({ doorChecks }: Everything): Sheet => ({
  name: { zh: '上门核查', en: 'Checks at the door' },
  columns: [
    when,
    { zh: '网格', en: 'Grid' },
    { zh: '体温', en: 'Temperature' },
    { zh: '症状', en: 'Symptoms' },
    record,
  ],
  rows: doorChecks.map((one) => [
    moment(one.at),
    one.placeName,
    one.temperature.toFixed(1),
    one.symptoms.map((symptom) => both(symptomLabels[symptom])).join('；'),
    json(one),
  ]),
});

const grantSheet = ({ grants }: Everything): Sheet => ({
  name: { zh: '值守申请', en: 'Requests for duties' },
  columns: [
    when,
    { zh: '角色', en: 'Role' },
    { zh: '地点', en: 'Place' },
    { zh: '结果', en: 'State' },
    record,
  ],
  rows: grants.map((grant) => [
    moment(grant.askedAt),
    both(roleLabels[grant.role]),
    `${grant.place.name} ${addressLine(grant.place.address)}`,
    both(grantStateLabels[grant.state]),
    json(grant),
  ]),
});

const cardSheet = ({ cards }: Everything): Sheet => ({
  name: { zh: '纸质卡', en: 'Printed cards' },
  columns: [
    { zh: '办理日期', en: 'Issued on' },
    { zh: '有效期至', en: 'Good until' },
    { zh: '状态', en: 'State' },
    record,
  ],
  rows: cards.map((card) => [
    card.issuedOn,
    card.validUntil,
    card.ended ? both(cardEndLabels[card.ended.as]) : '',
    json(card),
  ]),
});

const reportSheet = ({ reports }: Everything): Sheet => ({
  name: { zh: '线索与举报', en: 'Tips and reports' },
  columns: [
    when,
    { zh: '受理编号', en: 'Receipt number' },
    { zh: '种类', en: 'Kind' },
    content,
    record,
  ],
  rows: reports.map(({ report, ...filed }) => [
    moment(filed.at),
    filed.number,
    both(titleOf(report)),
    reportLinesOf(report)
      .map(({ label, value }) => `${label.zh}：${value.zh}`)
      .join('；'),
    json({ ...filed, report }),
  ]),
});
