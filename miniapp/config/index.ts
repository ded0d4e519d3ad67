import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { GenerateSW } from 'workbox-webpack-plugin';

const target = process.env.TARO_ENV;
/** H5 is served beside the API; a mini-program must name its host (and have it on the platform's list). */
const apiBase = target === 'h5' ? '' : (process.env.YIMATONG_API ?? 'https://api.yimatong.example');
/** Whither the H5 posts files: the bucket’s address (`https://…`); on a machine of one’s own, the server itself. */
const filesOrigin = process.env.YIMATONG_FILES ?? '';
/** Where the package goes; another folder where two builds run side by side. */
const out = process.env.YIMATONG_OUT ?? `dist/${target}`;

const src = path.resolve(__dirname, '../src');
const shared = path.resolve(__dirname, '../../shared/src');

/** Taro compiles only `src/`. Workspace TypeScript and packages in modern syntax must be named. */
const modern =
  /node_modules[\\/](zod|@noble|qrcode-generator|react-hook-form|@hookform|@tanstack|barcode-detector|zxing-wasm)[\\/]/;
const compile = {
  include: [
    (file: string) => file.startsWith(shared) || file.startsWith(__dirname) || modern.test(file),
  ],
};

/** Sizes are CSS pixels on every platform: nothing is scaled with the width of the screen. */
const postcss = { pxtransform: { enable: false } };

export default defineConfig({
  projectName: 'yimatong',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: out,
  plugins: [path.resolve(__dirname, 'plugins/aria')],
  alias: { '@yimatong/shared': shared },
  // Chinese as it is written: escaped it takes twice the room in packages that are weighed.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  defineConstants: {
    API_BASE: JSON.stringify(apiBase),
    FILES_ORIGIN: JSON.stringify(filesOrigin),
  },
  mini: {
    compile,
    postcss,
    optimizeMainPackage: { enable: true },
    webpackChain(chain, webpack) {
      chain.plugins.delete('webpackbar'); // floods logs
      // Alipay forbids `globalThis`, which zod reads at load; neither host has AbortController, which react-query needs.
      chain.plugin('host-shims').use(webpack.ProvidePlugin, [
        {
          globalThis: [path.resolve(src, 'core/shims/global-this.js'), 'default'],
          AbortController: [path.resolve(src, 'core/shims/abort-controller.js'), 'default'],
        },
      ]);
    },
  },
  // A mini-program plays sounds from its own package only; H5 makes its tones itself.
  copy: {
    patterns: target === 'h5' ? [] : [{ from: 'src/core/sounds/', to: `${out}/core/sounds/` }],
    options: {},
  },
  h5: {
    compile,
    postcss: { ...postcss, autoprefixer: { enable: true } },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      chain.plugins.delete('webpackbar');
      // What several pages use is loaded once, not with each page.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          core: {
            test: /[\\/](miniapp[\\/]src[\\/]core|shared[\\/]src)[\\/]/,
            name: 'core',
            chunks: 'async',
            minChunks: 3,
            enforce: true,
          },
        },
      });
      // The scanner's decoder comes from us, never from a CDN.
      chain.module
        .rule('wasm')
        .test(/\.wasm$/)
        .type('asset/resource' as 'javascript/auto')
        .set('generator', { filename: 'static/[name].[contenthash:8][ext]' });
      // A browser at a gate without network opens every page, as a mini-program does.
      chain.plugin('offline').use(GenerateSW, [
        {
          swDest: 'sw.js',
          mode: 'production',
          sourcemap: false,
          inlineWorkboxRuntime: true,
          clientsClaim: true,
          cleanupOutdatedCaches: true,
          dontCacheBustURLsMatching: /\.[0-9a-f]{8}\./,
          ignoreURLParametersMatching: [/./], // a poster's place stands after the question mark
          maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        },
      ]);
    },
  },
});
