import { Button } from '../core/ui/button';
import { dial } from '../core/ui/native';

export const Dial = ({ id, phone }: { id: string; phone: string }) => (
  <Button
    id={id}
    kind="secondary"
    label={{ zh: `拨打 ${phone}`, en: `Call ${phone}` }}
    onTap={() => dial(phone)}
  />
);
