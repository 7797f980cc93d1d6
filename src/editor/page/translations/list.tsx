/** @jsxImportSource react */
/** All dialogs by language, those with something to translate first. */
import { Badge, Link, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { Approval } from '../approvals/approval.tsx';
import { overlayOf } from '../dialogs/overlays.ts';
import { Choose } from '../kit/choose.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import type { ViewProps } from '../work.ts';

/** Files of a language that are not of one dialog, and where they are read. */
const WHOLE = [
  ['ui', 'Words of the chat and its buttons', '#other/words'],
  ['services', 'What is said of the services', '#services'],
] as const;

export default function Translations(props: ViewProps) {
  const { overview } = props;
  const styles = useLayOut();
  const { languages, items } = overview;
  const [language, setLanguage] = useState(languages[0]?.id ?? '');
  const [onlyStale, setOnlyStale] = useState(false);
  const known = languages.find(({ id }) => id === language);
  const approvedOf = (id: string) => items.find(({ path }) => path === overlayOf(language, id))?.approved;
  const dialogs = items
    .filter(({ kind, stale }) => kind === 'dialog' && (!onlyStale || stale > 0))
    .sort((a, b) => b.stale - a.stale || a.title.localeCompare(b.title));
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>Translations</h1>
      <div className={styles.fields}>
        <Choose label="Language" choices={languages} value={language} onPick={setLanguage} />
        <Switch
          label="Only those with something to translate"
          checked={onlyStale}
          onChange={(_, { checked }) => setOnlyStale(checked)}
        />
      </div>
      {WHOLE.map(([name, what, to]) => (
        <section key={name} className={styles.card} aria-label={what}>
          <Link href={to}>{what}</Link>
          <Approval
            {...props}
            path={`content/${language}/${name}.yaml`}
            {...(known && { language: known.name })}
          />
        </section>
      ))}
      {dialogs.length === 0 && <p className={styles.quiet}>Every translation fits its English.</p>}
      <ul className={styles.list}>
        {dialogs.map(({ id, title, stale }) => (
          <li key={id} className={styles.row}>
            <Link href={`#translate/${language}/${id}`}>{title}</Link>
            {stale > 0 && (
              <Badge appearance="tint" color="warning">
                {stale} {stale === 1 ? 'step' : 'steps'} to look at, all languages together
              </Badge>
            )}
            {approvedOf(id)?.length === 0 && (
              <Badge appearance="outline" color="informative">
                Not approved yet
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
