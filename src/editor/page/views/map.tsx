/** @jsxImportSource react */
/** The map of all dialogs, or of one: of the draft when one is open, else of what residents see. */
import { Button, MessageBar, MessageBarBody, Spinner, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MapView } from '../../api.ts';
import { messageOf } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Pick } from '../kit/pick.tsx';
import { Legend } from '../map/legend.tsx';
import { MapList } from '../map/list.tsx';
import { Sheet, widthOf } from '../map/sheet.tsx';
import { Zoom } from '../map/zoom.tsx';
import { useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';

/** Milliseconds without a change of the draft before it is drawn again. */
const PAUSE = 400;
const UNCHANGED = {};

interface Drawn {
  /** The dialog that it shows. */
  readonly of: string | null;
  readonly map: MapView;
}

/** The newest map; the one before stays until it has come. */
function useMap({ api, overview, work }: ViewProps, dialog: string | null) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState('');
  const base = work?.base ?? overview.live;
  const files = work?.files ?? UNCHANGED;
  const waits = drawn?.of === dialog;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether it waits is no reason to ask again
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(
      () =>
        api.map({ draft: { base, files: { ...files } }, dialog }).then(
          (map) => {
            if (gone) return;
            setDrawn({ of: dialog, map });
            setFailed('');
          },
          (error) => !gone && setFailed(messageOf(error)),
        ),
      waits ? PAUSE : 0,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, base, files, dialog]);
  return { map: waits ? drawn.map : null, failed };
}

type As = 'drawing' | 'list';

interface ShownProps {
  readonly map: MapView;
  readonly dialog: string | null;
  readonly as: As;
  readonly onAs: (as: As) => void;
}

function Shown({ map: { panel, problems }, dialog, as, onAs }: ShownProps) {
  return (
    <>
      <TabList
        selectedValue={as}
        onTabSelect={(_, { value }) => onAs(value as As)}
        aria-label="How to show it"
      >
        <Tab value="drawing">As a drawing</Tab>
        <Tab value="list">As a list</Tab>
      </TabList>
      {as === 'list' && <MapList panel={panel} problems={problems} />}
      {as === 'drawing' && (
        <>
          <Legend whole={dialog === null} />
          <Zoom
            key={dialog}
            label={`Drawing of ${panel.title}`}
            width={widthOf(panel)}
            draw={(scale) => <Sheet panel={panel} problems={problems} scale={scale} />}
          />
        </>
      )}
    </>
  );
}

export default function MapOf(props: ViewProps) {
  const { overview, work, go } = props;
  const lay = useLayOut();
  const dialog = useRoute().rest[0] || null;
  const { map, failed } = useMap(props, dialog);
  const [as, setAs] = useState<As>('drawing');
  const dialogs = overview.items
    .filter(({ kind }) => kind === 'dialog')
    .map(({ id, title }) => ({ id, name: title }));
  const title = dialogs.find(({ id }) => id === dialog)?.name ?? dialog;
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>{title ? `Map: ${title}` : 'Map of all dialogs'}</h1>
      <div className={lay.row}>
        <Pick
          label="Show"
          choices={[{ id: '', name: 'All dialogs' }, ...dialogs]}
          value={dialog ?? ''}
          onPick={(id) => go(id ? `map/${id}` : 'map')}
        />
        {dialog && <Button onClick={() => go('map')}>All dialogs</Button>}
        {dialog && <Button onClick={() => go(`dialog/${dialog}`)}>Edit this dialog</Button>}
      </div>
      <p className={lay.quiet}>
        {work ? `Of your draft “${work.title}”.` : 'Of what residents see now.'}{' '}
        {dialog === null && 'Ways to help and to the menu go from everywhere, and are left out.'}
      </p>
      {failed && (
        <MessageBar intent="error">
          <MessageBarBody>{failed}</MessageBarBody>
        </MessageBar>
      )}
      {!map && !failed && <Spinner label="Drawing the map" />}
      {map && map.panel.boxes.length === 0 && (
        <p>There is nothing to draw: no dialog of this name can be read.</p>
      )}
      {map && map.panel.boxes.length > 0 && <Shown map={map} dialog={dialog} as={as} onAs={setAs} />}
    </div>
  );
}
