const path = require('node:path');
const components = require('./attributes');

/** Adds the aria attributes to the templates at build time and to the run-time's list of what may be set. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return; // H5 has real elements
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.js')].flat();
    },
  });
};
