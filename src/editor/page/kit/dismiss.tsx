/** @jsxImportSource react */
/** The cross that takes a message away. */
import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

export const Dismiss = ({ onClick }: { readonly onClick: () => void }) => (
  <Button
    appearance="transparent"
    aria-label="Close this message"
    icon={<DismissRegular />}
    onClick={onClick}
  />
);
