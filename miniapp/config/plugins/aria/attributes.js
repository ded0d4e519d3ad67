/** What screen readers are told in WeChat and Alipay; Taro's templates leave these out. */
const aria = {
  'aria-label': '',
  'aria-role': '',
  'aria-live': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
};
const components = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'ScrollView'];

module.exports = Object.fromEntries(components.map((name) => [name, aria]));
