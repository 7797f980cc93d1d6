/** @jsxImportSource react */
/** Problems that belong to a thing as a whole, above its form. */
import { MessageBar, MessageBarBody, MessageBarGroup } from '@fluentui/react-components';
import type { Marked } from '../../api.ts';
import { said } from './problems.tsx';

export function ProblemBars({ problems }: { readonly problems: readonly Marked[] }) {
  if (problems.length === 0) return null;
  return (
    <MessageBarGroup>
      {problems.map((one) => (
        <MessageBar
          key={`${one.line} ${one.what}`}
          intent={one.grade === 'error' ? 'error' : 'warning'}
          layout="multiline"
        >
          <MessageBarBody>{said(one)}</MessageBarBody>
        </MessageBar>
      ))}
    </MessageBarGroup>
  );
}
