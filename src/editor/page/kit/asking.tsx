/** @jsxImportSource react */
/** A window over the page that asks before something is done. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface AskingProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the button says that does it, such as "Hide this number now"; without it there is nothing to be done. */
  readonly action?: string | undefined;
  readonly disabled?: boolean;
  readonly onDo?: () => void;
  /** What the button says that closes the window. */
  readonly leave?: string;
  /** Without it the window stays until one of the ways on inside it is taken. */
  readonly onClose?: () => void;
  /** Of the window, where its usual width is not enough. */
  readonly className?: string;
}

export function Asking(props: AskingProps) {
  const { title, children, action, disabled = false, onDo, leave = 'Cancel', onClose, className } = props;
  return (
    <Dialog open modalType={onClose ? 'modal' : 'alert'} onOpenChange={(_, { open }) => !open && onClose?.()}>
      <DialogSurface className={className}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onDo?.();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>{children}</DialogContent>
            <DialogActions>
              {action && (
                <Button type="submit" appearance="primary" disabled={disabled}>
                  {action}
                </Button>
              )}
              {onClose && <Button onClick={onClose}>{leave}</Button>}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
