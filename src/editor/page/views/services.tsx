/** @jsxImportSource react */
/** Services: every number that residents may see, and the form of one. */
import { Link, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { insertIn } from '../../../content/edit.ts';
import { today } from '../kit/days.ts';
import { useFile } from '../kit/file.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { useRoute } from '../routes.ts';
import { ServiceForm } from '../services/form.tsx';
import { ServiceList } from '../services/list.tsx';
import { type Entry, newService, onlyWebsite, type Registry, SERVICES } from '../services/registry.ts';
import { Translations } from '../services/translations.tsx';
import { UrgentActions } from '../services/urgent-actions.tsx';
import type { ViewProps } from '../work.ts';

const PLACES = 'content/places.yaml';

interface OneProps extends ViewProps {
  readonly entries: readonly Entry[];
  readonly n: number;
  readonly edit: (change: (text: string) => string) => void;
}

function One({ entries, n, edit, ...props }: OneProps) {
  const { overview, work } = props;
  const lay = useLayOut();
  const places = useFile<{ areas?: readonly { id: string; name: string }[] }>(props, PLACES, 'Places');
  const entry = entries[n];
  if (!entry) return null;
  const line = overview.services.find(({ id }) => id === entry.id);
  const others = entries.flatMap(({ id, name }) => (id && id !== entry.id ? [{ id, name: name ?? id }] : []));
  return (
    <>
      <Link href="#services">All services</Link>
      <h1 className={lay.title}>{entry.name || 'New service'}</h1>
      {line ? (
        <UrgentActions {...props} line={line} website={onlyWebsite(entry)} loud />
      ) : (
        <MessageBar>
          <MessageBarBody>Residents do not see this service yet.</MessageBarBody>
        </MessageBar>
      )}
      <MessageBar layout="multiline">
        <MessageBarBody>
          Changes here go into your draft. A changed service needs the safeguarding lead and a second person
          before residents see it. Is a number wrong now? Hide it: that works at once.
        </MessageBarBody>
      </MessageBar>
      <ServiceForm
        key={entry.id}
        {...{ entry, n, edit, others }}
        problems={work?.problems ?? []}
        areas={[{ id: 'uk', name: 'The whole country' }, ...(places.value?.areas ?? [])]}
      />
      <h2 className={lay.heading}>In other languages</h2>
      <Translations {...props} entry={entry} />
    </>
  );
}

export default function Services(props: ViewProps) {
  const lay = useLayOut();
  const id = useRoute().rest[0] ?? null;
  const file = useFile<Registry>(props, SERVICES, 'Change to a service');
  const entries = file.value?.services ?? [];
  const n = entries.findIndex((entry) => entry.id === id);
  const add = () => {
    const fresh = idFrom(
      'new service',
      entries.map((entry) => entry.id ?? ''),
    );
    file.edit((text) => insertIn(text, ['services'], entries.length, newService(fresh, '', today())));
    props.go(`services/${fresh}`);
  };
  if (file.text === undefined) return <Spinner label="Fetching the services" />;
  if (file.value === undefined)
    return (
      <MessageBar intent="error">
        <MessageBarBody>
          The list of services in this draft cannot be read. Drop the draft, or take back the last change.
        </MessageBarBody>
      </MessageBar>
    );
  if (n >= 0)
    return (
      <div className={lay.view}>
        <One key={id} {...props} entries={entries} n={n} edit={file.edit} />
      </div>
    );
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>Services</h1>
      <p className={lay.words}>
        The only place where a phone number, text number or website stands. Is a number wrong? Hide it now:
        one person can do that, and it works at once.
      </p>
      {id !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>There is no service called {id}.</MessageBarBody>
        </MessageBar>
      )}
      <ServiceList {...props} entries={entries} onNew={add} />
    </div>
  );
}
