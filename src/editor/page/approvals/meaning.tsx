/** @jsxImportSource react */
/** What it means to approve a text, before it is done. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';

interface MeaningProps {
  readonly title: string;
  /** Of a translation: the name of its language. */
  readonly language: string | undefined;
  readonly busy: boolean;
  readonly onDo: () => void;
  readonly onClose: () => void;
}

export function Meaning({ title, language, busy, onDo, onClose }: MeaningProps) {
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Approve “{title}”?</DialogTitle>
          <DialogContent>
            <p>
              You say that you have read every sentence of it, as residents see it now, and that it may stay.
            </p>
            {language && (
              <p>
                You speak {language}, and have read it beside the English. After this, residents may see it.
              </p>
            )}
            <p>Approve only what others wrote, or ask another to read it too.</p>
            <p>
              Your role and the day are kept. When anybody changes a word of it, your approval ends by itself.
            </p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={busy} onClick={onDo}>
              Yes, I approve it
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
