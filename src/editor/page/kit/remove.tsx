/** @jsxImportSource react */
/** Takes one thing out of a list. */
import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';

interface RemoveProps {
  readonly name: string;
  readonly disabled?: boolean;
  readonly onRemove: () => void;
}

export function Remove({ name, disabled = false, onRemove }: RemoveProps) {
  return (
    <Button
      appearance="subtle"
      icon={<DeleteRegular />}
      aria-label={`Remove ${name}`}
      disabled={disabled}
      onClick={onRemove}
    />
  );
}
