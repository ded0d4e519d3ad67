/** WXML and WXS of a compiled package, and AXML and SJS after rewriting, as glass-easel's compiler takes them. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';

/** Generated functions by template path. */
export type Templates = Record<string, unknown>;

/** Every file of a package, relative to it. */
export const filesOf = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)));

export function templatesOf(dist: string): { templates: Templates; mistakes: string[] } {
  const group = new TmplGroup();
  const mistakes: string[] = [];
  const addTemplate = (file: string, text: string) => {
    const found = group.addTmpl(withoutEnding(file), text) as {
      isError: boolean;
      message: string;
    }[];
    mistakes.push(
      ...found.filter(({ isError }) => isError).map(({ message }) => `${file}: ${message}`),
    );
  };

  for (const file of filesOf(dist)) {
    const text = () => readFileSync(path.join(dist, file), 'utf8');
    if (file.endsWith('.wxml')) addTemplate(file, text());
    if (file.endsWith('.axml')) addTemplate(file, wxmlOfAxml(text()));
    if (file.endsWith('.wxs')) group.addScript(withoutEnding(file), text());
    if (file.endsWith('.sjs')) group.addScript(withoutEnding(file), wxsOfSjs(text()));
  }
  return { templates: run(group), mistakes };
}

/** One template by itself, for a built-in component. */
export function templateOf(text: string) {
  const group = new TmplGroup();
  group.addTmpl('', text);
  const groupList = run(group);
  return { groupList, content: groupList[''] };
}

/** The compiler answers JavaScript text. */
const run = (group: TmplGroup): Templates =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler's own output
  (new Function(`return ${group.getTmplGenObjectGroups()}`) as () => Templates)();

const withoutEnding = (file: string): string => file.replace(/\.\w+$/, '');

/** The same component model in another spelling. It tests our code, not Alipay's renderer. */
const wxmlOfAxml = (text: string): string =>
  text
    .replace(
      /<import-sjs name="(\w+)" from="([^"]+)\.sjs"\s*\/>/g,
      '<wxs module="$1" src="$2.wxs" />',
    )
    .replace(/\.axml"/g, '.wxml"')
    .replace(/\ba:(for|key|if|elif|else|for-item|for-index)\b/g, 'wx:$1')
    .replace(/\son([A-Z]\w*)=/g, (_, event: string) => ` bind${event.toLowerCase()}=`)
    .replace(/\scatch([A-Z]\w*)=/g, (_, event: string) => ` catch${event.toLowerCase()}=`);

const wxsOfSjs = (text: string): string => text.replace(/export default/, 'module.exports =');
