/** @jsxImportSource react */
/** Live preview: talk to the draft as a resident would. Alone, or beside the form of a dialog, where it begins. */
import { useLayOut } from '../kit/lay-out.ts';
import { PreviewPanel } from '../preview/panel.tsx';
import { useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';

export default function Preview(props: ViewProps) {
  const lay = useLayOut();
  const { view, rest } = useRoute();
  const dialog = rest[0] || null;
  return (
    <div className={lay.view}>
      {view === 'preview' && <h1 className={lay.title}>Preview</h1>}
      <PreviewPanel key={dialog} {...props} dialog={dialog} />
    </div>
  );
}
