/** Alipay forbids `globalThis` and old WeChat lacks it. Libraries only hang their state on it. */
const state = {};
export default state;
