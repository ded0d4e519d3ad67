/** The clients' built-in components, just enough of them: what they show and which properties they take. */
import { templateOf } from './templates';

const anything = {
  hoverClass: String,
  hoverStopPropagation: Boolean,
  animation: null,
  name: String,
};
const holder = { mode: String, value: null, disabled: Boolean, checked: Boolean, type: String };
const field = {
  value: String,
  placeholder: String,
  disabled: Boolean,
  maxlength: Number,
  focus: Boolean,
};

const holders = [
  'view',
  'text',
  'label',
  'form',
  'scroll-view',
  'cover-view',
  'swiper',
  'swiper-item',
  'root-portal',
  'page-container',
  'navigator',
  'rich-text',
  'picker',
  'picker-view',
  'picker-view-column',
  'movable-view',
  'movable-area',
  'checkbox-group',
  'radio-group',
  'canvas',
  'camera',
  'icon',
  'progress',
  'slider',
  'switch',
  'video',
  'web-view',
];

interface BuiltIn {
  template: string;
  properties: Record<string, unknown>;
}

export const builtIn: Record<string, BuiltIn> = {
  ...Object.fromEntries(
    holders.map((name) => [name, { template: '<slot />', properties: holder }]),
  ),
  button: {
    template: '<slot />',
    properties: { disabled: Boolean, loading: Boolean, openType: String },
  },
  image: { template: '<img src="{{src}}" />', properties: { src: String, mode: String } },
  input: {
    template: '<input value="{{value}}" placeholder="{{placeholder}}" />',
    properties: { ...field, type: String, password: Boolean },
  },
  textarea: {
    template: '<textarea value="{{value}}" placeholder="{{placeholder}}" />',
    properties: field,
  },
  checkbox: { template: '<slot />', properties: holder },
  radio: { template: '<slot />', properties: holder },
};

/** What of glass-easel's component builder is used here. */
interface Builder {
  options: (options: object) => Builder;
  template: (template: object) => Builder;
  property: (name: string, type: unknown) => Builder;
  registerComponent: () => unknown;
}
interface Spaces {
  define: (name: string) => Builder;
  setGlobalUsingComponent: (name: string, component: unknown) => void;
}

/** Makes them known to the package's components. */
export function registerBuiltIn(
  define: Spaces['define'],
  use: Spaces['setGlobalUsingComponent'],
): void {
  for (const [name, { template, properties }] of Object.entries(builtIn)) {
    let builder = define(`wx-${name}`)
      .options({ virtualHost: false })
      .template(templateOf(template))
      .property('hidden', Boolean);
    for (const [property, type] of Object.entries({ ...anything, ...properties })) {
      builder = builder.property(property, type);
    }
    use(name, builder.registerComponent());
  }
}
