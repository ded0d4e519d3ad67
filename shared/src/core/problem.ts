/**
 * What can go wrong, in one registry: code → status and the sentence the screen shows.
 * A sentence says what happened and what to do; it never repeats what somebody typed.
 */
import type { FieldProblem } from './problem-answer';
import type { Said } from './say';

export const problems = {
  'core.broken-json': says(
    400,
    '发送的内容无法读取，请重试。',
    'What was sent cannot be read. Please try again.',
  ),
  'core.invalid': says(
    422,
    '有内容需要修改，请看标出的地方。',
    'Something needs correcting: see the marked fields.',
  ),
  'core.wrong-content-type': says(415, '发送的格式不正确。', 'Send the body as application/json.'),
  'core.too-large': says(413, '发送的内容太大。', 'What was sent is larger than 64 KB.'),
  'core.unknown-route': says(404, '没有这个地址。', 'There is nothing at this address.'),
  'core.id-reused': says(
    409,
    '这个编号已用于另一份内容，请重新填写后提交。',
    'This id already belongs to another record. Please fill it in anew.',
  ),
  'core.busy': says(
    503,
    '现在人多，请稍后再试；填写的内容已保留。',
    'Busy right now. Please try again shortly; nothing was lost.',
  ),
  'core.failed': says(
    500,
    '系统出了问题，已经记录。请稍后再试。',
    'Something failed on our side and was noted. Please try again later.',
  ),

  'account.not-signed-in': says(401, '请先登录。', 'Please sign in first.'),
  'account.session-ended': says(
    401,
    '登录已结束，请重新登录。',
    'This session has ended. Please sign in again.',
  ),
  'account.not-allowed': says(
    403,
    '您还没有做这件事的权限。',
    'You have not been granted the right to do this.',
  ),
  'account.not-your-person': says(
    403,
    '这不是您名下的人员。',
    'This person is not registered under your account.',
  ),
  'account.sms-too-many': says(
    429,
    '验证码发送太频繁，请稍后再试。',
    'Too many codes were sent. Please wait and try again.',
  ),
  'account.sms-code-wrong': says(
    422,
    '验证码不正确，请核对后重新输入。',
    'That code is not right. Check it and enter it again.',
  ),
  'account.sms-code-over': says(
    422,
    '验证码已失效，请重新获取。',
    'That code is no longer valid. Please request a new one.',
  ),
  'account.identity-unknown': says(
    404,
    '请用手机号登录一次，以后会自动登录。',
    'Sign in by phone once; after that it happens by itself.',
  ),
  'account.platform-refused': says(
    422,
    '平台登录没有成功，请用手机号登录。',
    'The platform did not confirm the login. Please sign in by phone.',
  ),
  'account.platform-unreachable': says(
    503,
    '暂时无法连接登录平台，请用手机号登录。',
    'The login platform cannot be reached. Please sign in by phone.',
  ),
  'account.details-missing': says(
    409,
    '请先填写个人信息。',
    'Please fill in the personal details first.',
  ),
  'account.document-taken': says(
    409,
    '这个证件已由另一个账号登记。如不是您本人登记，请拨打 12345。',
    'This document is registered under another account. If that was not you, call 12345.',
  ),

  'account.details-too-many': says(
    429,
    '修改个人信息太频繁，请稍后再试，或拨打 12345。',
    'The details were changed too often. Please wait, or dial 12345.',
  ),
  'account.family-full': says(
    409,
    '一个账号最多添加 8 位家人。',
    'An account can hold 8 members of the family at most.',
  ),
  'account.members-too-many': says(
    429,
    '今天添加家人的次数太多，请明天再试，或拨打 12345。',
    'Too many members were added today. Please try again tomorrow, or dial 12345.',
  ),
  'account.already-member': says(
    409,
    '这个证件已在您的账号里登记，不用再添加。',
    'This document is in your account already.',
  ),
  'account.not-a-member': says(
    409,
    '这是账号本人，不是家庭成员。',
    'This is the account’s holder, not a member of the family.',
  ),
  'account.member-not-green': says(
    409,
    '健康码不是绿码，或有还没到期的记录，现在不能移出；可以用交接码交给本人或其他家人。',
    'The code is not green, or something on it is still to come: they cannot be removed now. A hand-over code passes them on to their own phone or another family.',
  ),
  'account.handover-wrong': says(
    422,
    '没有成功。请核对姓名、证件号码和交接码；交接码 15 分钟内有效，可请对方重新打开一个。',
    'That did not work. Check name, document and hand-over code. A code is good for 15 minutes: ask for a new one.',
  ),
  'account.handover-too-many': says(
    429,
    '尝试次数太多，请稍后再试，或拨打 12345。',
    'Too many tries. Please wait, or dial 12345.',
  ),
  'account.own-details': says(
    409,
    '这个账号已经有自己的个人信息，不能再接管另一个码。需要合并请拨打 12345。',
    'This account has details of its own and cannot take over another code. To join the two, dial 12345.',
  ),
  'declaration.not-claimed': says(
    409,
    '请先申领健康码，再打卡或申报。',
    'Please claim the code before checking in or declaring.',
  ),
  'declaration.no-plan': says(
    409,
    '没有还没到日期的返琼计划，不用取消。',
    'There is no planned return ahead: nothing to cancel.',
  ),
  'declaration.too-many': says(
    429,
    '今天已申报多次，不能再改。如有变化请拨打 12345。',
    'You have declared many times today. If something has changed, please dial 12345.',
  ),
  'declaration.day-over': says(
    422,
    '填写的日期已经过去，请按今天的情况重新确认。',
    'The day on this form is over. Please confirm it for today.',
  ),
  'declaration.day-in-the-future': says(
    422,
    '日期还没有到，请检查手机日期。',
    'That day has not come yet. Please check the date of your phone.',
  ),

  'card.too-many': says(
    429,
    '今天办卡次数太多，请明天再试，或拨打 12345。',
    'Too many cards were issued today. Try again tomorrow, or call 12345.',
  ),
  'card.unknown': says(404, '没有找到这张卡。', 'There is no such card.'),
  'card.over': says(
    409,
    '这张卡已失效，请办一张新卡。',
    'This card is over. Please have a new one issued.',
  ),

  'code.unknown': says(404, '没有找到这个健康码。', 'There is no such code.'),

  'place.too-many': says(
    429,
    '今天登记的地点太多，请明天再试，或联系所在市县指挥部。',
    'Too many places were entered today. Try again tomorrow, or ask the command of your city or county.',
  ),
  'place.unknown': says(404, '没有找到这个地点。', 'There is no such place.'),
  'place.not-yours': says(
    403,
    '您没有在这个地点值守的权限。',
    'You have not been granted duty at this place.',
  ),
  'place.area-not-yours': says(403, '这个地区不归您管理。', 'This area is not in your charge.'),
  'place.grant-unknown': says(404, '没有找到这份申请。', 'There is no such request.'),
  'place.grant-decided': says(
    409,
    '这份申请已经处理过。',
    'This request has already been decided.',
  ),
  'place.grant-own': says(403, '不能批准自己的申请。', 'Nobody grants their own request.'),
  'place.too-many-searches': says(
    429,
    '查找太频繁，请稍后再试。',
    'Too many searches. Please wait and try again.',
  ),
  'place.too-many-changes': says(
    429,
    '今天修改得太多，请明天再试。',
    'Too many changes today. Please try again tomorrow.',
  ),
  'place.too-many-posters': says(
    429,
    '海报打印太频繁，请稍后再试。',
    'Too many posters. Please wait and try again.',
  ),
  'place.closed': says(
    409,
    '这个地点已关闭，不再值守和登记。',
    'This place is closed: nobody is on duty there any more.',
  ),
  'place.asked-already': says(
    409,
    '您在这个地点已有申请或权限，请到“查验”里查看。',
    'You have asked for a duty here already, or hold it. See Verify.',
  ),
  'place.changed': says(
    409,
    '这个地点刚被别人修改过。请看一下现在的内容，再改一次。',
    'Somebody has just changed this place. Look at what it says now and change it again.',
  ),
  'place.field-not-yours': says(
    403,
    '通行要求和网格所属街道由市县指挥部修改；“绿码直接登记”由本卡口值守人员修改。',
    'Who may pass and the street of a grid are for the city or county to change; recording green codes by the scan alone, for the guards here.',
  ),
  'place.organisation-apart': says(
    409,
    '单位请在“单位申报”里办理。',
    'An organisation is joined and kept under Organisations.',
  ),
  'place.poster-no-site': says(
    409,
    '还不能打印海报：系统没有设置网址，请联系省级管理员。',
    'No poster can be printed yet: no web address is set up. Please ask the operator of the province.',
  ),

  'arrive.too-late': says(
    409,
    '这次扫码已超过一天，不能再登记。',
    'This scan is more than a day old and can no longer be recorded.',
  ),

  'pass.code-not-valid': says(
    422,
    '这个码不能用于登记，请让对方刷新后重新扫描。',
    'This code cannot be recorded. Ask the person to refresh it and scan again.',
  ),
  'pass.must-stop': says(
    409,
    '健康码不符合本卡口要求，不能登记放行。',
    'The code does not meet this checkpoint’s requirement: it cannot be recorded as passed.',
  ),
  'pass.scan-unknown': says(
    404,
    '没有找到这次扫码，请重新扫描。',
    'That scan was not found. Please scan again.',
  ),
  'pass.scan-over': says(
    409,
    '这次扫码已超过时限，请重新扫描。',
    'That scan is too old to be used. Please scan again.',
  ),
  'pass.not-granted': says(
    403,
    '申请还没有批准：现在只能看到颜色。',
    'Not granted yet: for now only the colour can be seen.',
  ),
  'pass.card-needs-duty': says(
    403,
    '纸质卡只有卡口值守人员能查，请先进入卡口。',
    'A printed card can be looked up on duty only. Please enter your checkpoint first.',
  ),
  'pass.look-ups-too-many': says(
    429,
    '查询太频繁，请稍后再试，或请对方出示健康码、纸质卡。',
    'Too many look-ups. Please wait, or ask for the code or the printed card.',
  ),
  'pass.undo-over': says(
    409,
    '超过 2 分钟，不能撤销。登记有误请向市县指挥部说明。',
    'More than two minutes have passed: this can no longer be taken back. Tell the city or county command of the mistake.',
  ),
  'pass.hands-too-many': says(
    429,
    '手工登记太频繁，请稍后再试；有手机的请扫码。',
    'Too many entries by hand. Please wait; scan whoever has a phone.',
  ),
  'pass.too-many': says(
    429,
    '扫码太频繁，请稍后再试。',
    'Too many scans. Please wait and try again.',
  ),

  'escalation.unknown': says(404, '没有找到这条上报。', 'There is no such escalation.'),
  'clinic.unknown': says(
    404,
    '没有找到这条就诊记录，或不是您所在的医院登记的。',
    'There is no such visit, or another hospital recorded it.',
  ),
  'clinic.too-many': says(
    429,
    '登记太频繁，请稍后再提交；填写的内容会保留。',
    'Too many records in a short time. Please send it later; nothing is lost.',
  ),
  'purchase.unknown': says(
    404,
    '没有找到这条购药记录，或不是您所在的药店登记的。',
    'There is no such purchase, or another pharmacy recorded it.',
  ),
  'purchase.too-many': says(
    429,
    '登记太频繁，请稍后再提交；填写的内容会保留。',
    'Too many records in a short time. Please send it later; nothing is lost.',
  ),
  'purchase.too-many-for-phone': says(
    409,
    '这个手机号今天已登记多次。请核对实际用药人的手机号；确实无误的，请明天再登记，或请用药人出示健康码。',
    'This phone number was entered many times today. Check it; if it is right, come back tomorrow or scan the patient’s own code.',
  ),
  'withdrawal.proposed-already': says(
    409,
    '已经有人提出撤销，等另一个人确认。',
    'Somebody has proposed it already: it waits for another to confirm.',
  ),
  'withdrawal.none': says(
    409,
    '还没有人提出撤销这条记录。',
    'Nobody has proposed to withdraw this record.',
  ),
  'withdrawal.own': says(
    403,
    '不能确认自己提出的撤销，请本单位另一位同事确认。',
    'Nobody confirms their own proposal: ask a colleague of the same place.',
  ),
  'withdrawal.decided': says(
    409,
    '这条记录的撤销已经有了结论，请刷新后查看。',
    'It has been decided already. Please refresh and look again.',
  ),
  'escalation.answered': says(
    409,
    '这条上报已经答复过，请刷新查看。',
    'This has been answered already. Refresh to see how.',
  ),
  'escalation.own': says(
    403,
    '不能答复自己上报的或与自己有关的上报，须由另一位督导员或省指挥部答复。',
    'Nobody answers what they reported themselves or what is about themselves: another supervisor or headquarters must.',
  ),
  'escalation.too-many': says(
    429,
    '上报太频繁，请稍后再试；情况紧急请拨打 110 或 120。',
    'Too many escalations. Please wait; in an emergency dial 110 or 120.',
  ),
  'escalation.let-pass-over': says(
    409,
    '指挥部同意放行的一小时已过，或已经用过一次。请再次上报。',
    'The hour for which the command let this person through is over, or it was used. Report again.',
  ),
  'report.unknown': says(404, '没有找到这条线索或举报。', 'There is no such report of yours.'),
  'report.too-many': says(
    429,
    '今天提交的线索和举报太多，请明天再试；情况紧急请拨打 110 或 120。',
    'You have filed many reports today. Try again tomorrow; in an emergency dial 110 or 120.',
  ),
  'report.too-many-photos': says(
    429,
    '今天上传的照片太多。可以先不带照片提交，明天再试。',
    'Many photos were uploaded today. You can file without one, or try again tomorrow.',
  ),
  'observation.unknown': says(
    404,
    '没有找到这份医学观察，或不归您负责。',
    'There is no such observation, or it is not yours to follow.',
  ),
  'observation.full': says(
    409,
    '在观察人员已达 300 人，请先办理到期人员的结束观察。',
    'There are 300 people under observation here: please end those that are over first.',
  ),
  'observation.already-open': says(
    409,
    '此人已在本院观察中，请在名单里打开后登记随访。',
    'This person is under observation here already: open them in the list.',
  ),
  'observation.too-many': says(
    429,
    '今天对此人的随访登记太多，请明天再登记。',
    'Too many follow-ups of this person today. Please come back tomorrow.',
  ),
  'observation.too-many-openings': says(
    429,
    '登记医学观察太频繁，请稍后再提交；填写的内容会保留。',
    'Too many observations were opened in a short time. Please send it later; nothing is lost.',
  ),
  'observation.ended': says(
    409,
    '医学观察已经结束，不能再登记。',
    'This observation has ended: nothing more can be recorded.',
  ),
  'observation.day-not-open': says(
    409,
    '只能登记今天和前 3 天的随访，且不早于观察开始日。',
    'Only today and the three days before can be recorded, not before the observation began.',
  ),
  'observation.no-ending': says(
    409,
    '还没有人提出结束观察，或已被退回。',
    'Nobody has proposed the end, or it was sent back.',
  ),
  'observation.ending-changed': says(
    409,
    '结束观察的内容已有变动，请核对后再确认。',
    'The proposed end has changed meanwhile. Please read it again before confirming.',
  ),
  'observation.ending-own': says(
    403,
    '不能确认自己提出的结束观察，须由另一位医护人员或市县督导员确认。',
    'Nobody confirms their own proposal: another clinician or the supervisor must.',
  ),
  'observation.early': says(
    409,
    '观察天数未满或最后一天未见到本人，提前解除须写明原因。',
    'The days are not over, or the person was not seen on the last: say why they are released early.',
  ),
  'doorstep.household-unknown': says(
    404,
    '没有找到这一户，或不在您的网格。',
    'There is no such household in your grid.',
  ),
  'doorstep.household-removed': says(
    409,
    '这一户已从名单移除。',
    'This household was taken off the list.',
  ),
  'doorstep.households-full': says(
    409,
    '一个网格最多登记 1000 户。',
    'A grid holds 1,000 households at most.',
  ),
  'doorstep.registrations-too-many': says(
    429,
    '今天代办登记的次数太多，请明天再来，或联系市县督导员。',
    'Too many registrations today. Please come back tomorrow, or ask your supervisor.',
  ),

  'account.left': says(401, '这个账号已经注销。', 'This account has been deleted.'),
  'account.leave-not-green': says(
    409,
    '健康码现在不是绿码，不能注销账号。请先按健康码页的提示恢复绿码。',
    'Your code is not green now: the account cannot be deleted. First follow what the code page says.',
  ),
  'account.leave-planned': says(
    409,
    '您有还没到日期的返琼申报，不能注销账号。请在返琼并恢复绿码之后再注销。',
    'A declared return lies ahead: the account cannot be deleted. Do it after the return, once your code is green.',
  ),
  'account.leave-duty': says(
    409,
    '您还有值守或管理权限，不能注销账号。请先请市县指挥部撤销权限。',
    'You hold a duty: the account cannot be deleted. First ask the command of your city or county to withdraw it.',
  ),
  'account.leave-family': says(
    409,
    '您的账号下还有家人，不能注销账号。请先把家人移到他们自己的账号。',
    'There are family members under your account: it cannot be deleted. First move them to accounts of their own.',
  ),
  'account.member-on-list': says(
    409,
    '这位家人还在单位的名单里，请先在“我的单位”里替其退出，再移出家庭。',
    'This relative is on an organisation’s list: leave it under “My organisations” first.',
  ),
  'account.leave-list': says(
    409,
    '您还在单位的名单里，不能注销账号。请先在“我的单位”里退出。',
    'You are on an organisation’s list: the account cannot be deleted. First leave it under “My organisations”.',
  ),
  'reminder.not-possible': says(
    409,
    '现在不能开通提醒。请退出后用手机号重新登录一次再试。',
    'A reminder cannot be set now. Sign out, sign in by phone once, and try again.',
  ),
  'takeout.too-many': says(
    429,
    '今天已导出多次，请明天再试。',
    'Your data were exported many times today. Please try again tomorrow.',
  ),
  'organisation.not-yours': says(
    403,
    '您不是这个单位的申报人或部门负责人。',
    'You are neither an organiser of this organisation nor responsible for one of its departments.',
  ),
  'organisation.member-unknown': says(404, '名单上没有这个人。', 'Nobody of this list.'),
  'organisation.full': says(
    409,
    '一个单位最多登记 2000 人。请先移出已离开的人员，或按部门分开登记单位。',
    'An organisation holds 2,000 people at most. Remove those who have gone, or register its parts.',
  ),
  'organisation.department-unknown': says(
    409,
    '没有这个部门，请刷新后重新选择。',
    'There is no such department. Refresh and choose again.',
  ),
  'organisation.department-in-use': says(
    409,
    '部门里还有人员，请先把他们改到别的部门。',
    'There are people in this department: move them to another one first.',
  ),
  'organisation.already-filed': says(
    409,
    '这个人已经在名单上。',
    'This person is on the list already.',
  ),
  'organisation.phone-shared': says(
    409,
    '这个手机号已用于名单上的另一个人，请填写证件号码来区分。',
    'This phone number stands for somebody else on the list. Enter the document to tell them apart.',
  ),
  'organisation.name-differs': says(
    409,
    '名单上的姓名与您登记的姓名不一致，不能加入。请联系单位更正名单。',
    'The name on the list is not the one you registered. Ask the organisation to correct its list.',
  ),
  'organisation.decided': says(
    409,
    '状态已经变化，请刷新后再操作。',
    'This has changed meanwhile. Refresh and try again.',
  ),
  'organisation.not-joined': says(
    409,
    '只能选择已确认加入的人员。',
    'Only somebody who has confirmed and joined can be chosen.',
  ),
  'organisation.too-many': says(
    429,
    '操作太频繁，请稍后再试。',
    'Too many requests. Please wait and try again.',
  ),
  'core.file-missing': says(
    404,
    '没有找到上传的文件（只保留两天），请重新选择文件。',
    'The uploaded file is not there (files are kept for two days). Choose the file again.',
  ),
  'core.file-unreadable': says(
    422,
    '这个文件读不出来。请用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再选择。',
    'This file cannot be read. Save it as .xlsx or .csv in Excel or WPS and choose it again.',
  ),
  'organisation.no-header': says(
    422,
    '没有找到表头。请在前 10 行内写明列名：姓名，以及手机或身份证号。',
    'No header row was found. Name the columns within the first 10 rows: 姓名, and 手机 or 身份证号.',
  ),
  'organisation.too-many-rows': says(
    422,
    '一张表最多 1000 人，请分成几张表导入。',
    'A sheet holds 1,000 people at most. Import it in parts.',
  ),
  'organisation.import-unknown': says(404, '没有找到这次导入。', 'There is no such import.'),
  'sample.tube-unknown': says(
    404,
    '没有这根采样管的登记，请核对管号。',
    'No sample was registered in this tube. Check its number.',
  ),
  'sample.tube-elsewhere': says(
    409,
    '这个管号已在别的采样点使用，请核对管号；不能重复使用。',
    'This number is in use at another site. Check it; a number is used once.',
  ),
  'sample.kind-differs': says(
    409,
    '这根采样管已按另一种方式（单采 / 混采）开始使用，请核对或换一根新管。',
    'This tube was begun as another kind (single or pooled). Check it, or take a new tube.',
  ),
  'sample.already-in-tube': says(
    409,
    '这个人已在这根采样管里，不用再采。',
    'This person is in this tube already.',
  ),
  'sample.tube-full': says(
    409,
    '这根采样管已满，请换一根新管。',
    'This tube is full. Please take a new one.',
  ),
  'sample.tube-closed': says(
    409,
    '这根采样管已封管，不能再加人，请换一根新管。',
    'This tube is closed. Please take a new one.',
  ),
  'sample.unknown': says(404, '没有找到这次采样。', 'There is no such sample.'),
  'sample.undo-over': says(
    409,
    '已超过两分钟或已有结果，不能撤销。如有差错请报市县指挥部。',
    'Two minutes have passed, or there is a result: it cannot be taken back. Tell the command of your city or county.',
  ),
  'sample.not-the-last': says(
    409,
    '只能撤销这根管里最后采的一位。',
    'Only the last sample of a tube can be taken back.',
  ),
  'sample.result-unknown': says(404, '没有找到这个检测结果。', 'There is no such result.'),
  'sample.result-known': says(
    409,
    '这根采样管已登记过相同的结果，不用再登记。',
    'This tube has that result on record already: nothing is left to do.',
  ),
  'sample.result-contradicts': says(
    409,
    '与已登记的结果不一致，没有改动。请与实验室核对后报市县指挥部。',
    'This is not the result on record, which was left as it is. Check with the laboratory and tell the command of your city or county.',
  ),
  'sample.result-own': says(
    403,
    '阳性结果要由另一位工作人员确认，不能自己确认自己登记的。',
    'A positive result is confirmed by somebody else than recorded it.',
  ),
  'sample.result-decided': says(
    409,
    '这个结果已经处理过，请刷新。',
    'This result has been decided already. Please refresh.',
  ),
  'sample.reason-missing': says(
    422,
    '请写明退回核对的原因。',
    'Please say why the result is not confirmed.',
  ),
  'sample.too-many': says(
    429,
    '操作太频繁，请稍后再试。',
    'Too many requests. Please wait and try again.',
  ),
  'sample.no-header': says(
    422,
    '没有找到表头。请在前 10 行内写明列名：采样管编号、结果。',
    'No header row was found. Name the columns within the first 10 rows: 采样管编号 (tube) and 结果 (result).',
  ),
  'sample.too-many-rows': says(
    422,
    '一张表最多 1000 行，请分成几张表导入。',
    'A sheet holds 1,000 rows at most. Import it in parts.',
  ),
  'sample.import-unknown': says(404, '没有找到这次导入。', 'There is no such import.'),
  'sample.dose-given': says(
    409,
    '这一剂已有接种记录，请核对剂次。',
    'This dose is on record already. Please check its number.',
  ),
  'sample.dose-skipped': says(
    409,
    '前面的剂次没有记录。确认在别处接种过，请勾选后再提交。',
    'An earlier dose is not on record. If it was given elsewhere, tick that and send again.',
  ),
  'organisation.report-unknown': says(404, '没有找到这份报表。', 'There is no such report.'),
} as const satisfies Record<string, { status: number } & Said>;

function says(status: number, zh: string, en: string) {
  return { status, zh, en } as const;
}

export type ProblemCode = keyof typeof problems;

/** Any route can answer these. */
export const commonProblems = [
  'core.broken-json',
  'core.invalid',
  'core.wrong-content-type',
  'core.too-large',
  'core.unknown-route',
  'core.busy',
  'core.failed',
] as const satisfies ProblemCode[];

/** The one error of the product. `detail` goes to the log, never into an answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly fields: readonly FieldProblem[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly detail: string | undefined;

  constructor(
    code: ProblemCode,
    more: { fields?: readonly FieldProblem[]; retryAfterSeconds?: number; detail?: string } = {},
  ) {
    super(code);
    this.code = code;
    this.fields = more.fields;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.detail = more.detail;
  }
}
