/** Tab pages live in the main package (both platforms demand it); every other folder named as a root is a sub-package. */
export default defineAppConfig({
  pages: [
    'code/pages/my-code',
    'declaration/pages/daily',
    'pass/pages/gate',
    'account/pages/me',
    'account/pages/login',
  ],
  subPackages: [
    { root: 'account/more', pages: ['details', 'about'] },
    {
      root: 'declaration/more',
      pages: ['claim', 'return-outside', 'return-within', 'return-to-work'],
    },
    { root: 'pass/desk', pages: ['scan', 'result', 'history', 'card', 'by-hand', 'vehicle'] },
    { root: 'account/family', pages: ['pages/list', 'pages/add', 'pages/member'] },
    {
      root: 'place',
      pages: ['pages/register', 'pages/requests', 'pages/places', 'pages/place', 'pages/correct'],
    },
    { root: 'arrive', pages: ['pages/arrive'] },
    { root: 'records', pages: ['pages/mine', 'pages/looks', 'pages/my-data', 'pages/leave'] },
    { root: 'card', pages: ['pages/card'] },
    {
      root: 'sample',
      pages: ['pages/sample', 'pages/results', 'pages/result', 'pages/batch', 'pages/vaccination'],
    },
    { root: 'escalation', pages: ['pages/report', 'pages/list', 'pages/one'] },
    { root: 'notice', pages: ['pages/information', 'pages/was-there'] },
    { root: 'clinic', pages: ['pages/visit', 'pages/today', 'pages/one', 'pages/amend'] },
    { root: 'purchase', pages: ['pages/sale', 'pages/today'] },
    {
      root: 'observation',
      pages: ['pages/list', 'pages/begin', 'pages/one', 'pages/follow', 'pages/end'],
    },
    {
      root: 'doorstep',
      pages: ['pages/list', 'pages/household', 'pages/check', 'pages/register'],
    },
    {
      root: 'report',
      pages: ['pages/reports', 'pages/tip', 'pages/supervision', 'pages/report'],
    },
    {
      root: 'organisation',
      pages: [
        'pages/start',
        'pages/register',
        'pages/overview',
        'pages/people',
        'pages/add',
        'pages/sheet',
        'pages/departments',
        'pages/reports',
        'pages/mine',
      ],
    },
  ],
  // WeChat wants both before it asks anybody; each is asked for by a tap, or by scanning a place's poster.
  requiredPrivateInfos: ['getLocation'],
  permission: {
    'scope.userLocation': { desc: '用于填写地点的位置，以及扫地点海报时核对是否在现场' },
  },
  window: {
    navigationBarTitleText: '一码通',
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F4F6F8',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#55636F',
    selectedColor: '#0A5FB4',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'code/pages/my-code',
        text: '健康码',
        iconPath: 'core/icons/code.png',
        selectedIconPath: 'core/icons/code-on.png',
      },
      {
        pagePath: 'declaration/pages/daily',
        text: '打卡',
        iconPath: 'core/icons/daily.png',
        selectedIconPath: 'core/icons/daily-on.png',
      },
      {
        pagePath: 'pass/pages/gate',
        text: '查验',
        iconPath: 'core/icons/gate.png',
        selectedIconPath: 'core/icons/gate-on.png',
      },
      {
        pagePath: 'account/pages/me',
        text: '我的',
        iconPath: 'core/icons/me.png',
        selectedIconPath: 'core/icons/me-on.png',
      },
    ],
  },
});
