import { type Language, language, useLanguage } from '../core/say';
import { Group, Tap, Text, View } from '../core/ui/native';

const choices: readonly { code: Language; name: string }[] = [
  { code: 'zh', name: '中文' },
  { code: 'en', name: 'English' },
];

/** Each language under its own name: whoever needs the other one cannot read this one. */
export function LanguageRow() {
  const chosen = useLanguage();
  return (
    <View className="ui-row">
      <View className="ui-row__main">
        <Text>语言 Language</Text>
      </View>
      <Group role="radiogroup" label="语言 Language" className="account-languages">
        {choices.map(({ code, name }) => (
          <Tap
            key={code}
            id={`language-${code}`}
            role="radio"
            checked={chosen === code}
            className={`account-language${chosen === code ? ' account-language--on' : ''}`}
            onTap={() => language.set(code)}
          >
            {name}
          </Tap>
        ))}
      </Group>
    </View>
  );
}
