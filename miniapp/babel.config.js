/** `**` stays as it is: lowered to Math.pow it would throw on the BigInts of the code token. */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        exclude: ['transform-exponentiation-operator'],
      },
    ],
  ],
};
