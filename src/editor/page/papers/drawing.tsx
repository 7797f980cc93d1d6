/** @jsxImportSource react */
/** A plain drawing of a page's words: what will be a heading, a list, a card, a button. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChatRegular, GlobeRegular, PersonCallRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo } from 'react';
import { type Block, blocksOf, type Inline } from '../../../content/markdown.ts';
import { useLayOut } from '../kit/lay-out.ts';

const useStyles = makeStyles({
  sheet: { lineHeight: tokens.lineHeightBase400, '& p': { margin: 0 }, '& ul, & ol': { margin: 0 } },
  link: { textDecoration: 'underline', color: tokens.colorBrandForegroundLink },
  special: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

const Words = ({ inlines }: { readonly inlines: readonly Inline[] }) => {
  const styles = useStyles();
  return inlines.map((one, n) => {
    // Runs of words have no name of their own.
    const key = `${n} ${one.text}`;
    if (one.kind === 'strong') return <strong key={key}>{one.text}</strong>;
    if (one.kind === 'link')
      return (
        <span key={key} className={styles.link} title={`Leads to ${one.to}`}>
          {one.text}
        </span>
      );
    return <span key={key}>{one.text}</span>;
  });
};

interface DrawnProps {
  readonly block: Block;
  readonly nameOf: (service: string) => string;
}

function Drawn({ block, nameOf }: DrawnProps) {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Words inlines={block.inlines} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item) => (
            <li key={item.map(({ text }) => text).join('')}>
              <Words inlines={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'hand-off':
      return (
        <div className={styles.special}>
          <PersonCallRegular aria-hidden />
          <span>Card with numbers: {block.services.map(nameOf).join(', ')}</span>
        </div>
      );
    case 'website':
      return (
        <div className={styles.special}>
          <GlobeRegular aria-hidden />
          <span>Website of {nameOf(block.service)}</span>
        </div>
      );
    case 'chat':
      return (
        <div className={styles.special}>
          <ChatRegular aria-hidden />
          <span>
            Button “{block.label}”{block.says && ` (${block.says})`}: opens the chat
          </span>
        </div>
      );
  }
}

export function Drawing({
  body,
  nameOf,
}: {
  readonly body: string;
  readonly nameOf: (id: string) => string;
}) {
  const later = useDeferredValue(body);
  const blocks = useMemo(() => blocksOf(later, 1, () => {}).blocks, [later]);
  const lay = useLayOut();
  return (
    <section className={`${lay.card} ${useStyles().sheet}`} aria-label="How it will read">
      <div className={lay.quiet}>How it will read</div>
      {blocks.map((block) => (
        <Drawn key={`${block.line} ${block.kind}`} block={block} nameOf={nameOf} />
      ))}
    </section>
  );
}
