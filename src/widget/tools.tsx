/** The settings: language, place, letters, reading aloud. They last as long as the page: nothing of them is stored. */
import { Component } from 'preact';
import type { AppProps } from './app.tsx';
import { LEAVE } from './exit.ts';
import { instead } from './hands.ts';
import { callForJson } from './http.ts';
import type { Texts } from './page-data.ts';
import { hush, read, voiceFor } from './read-aloud.ts';

/** `on` is absent where there is no script: then what needs one is not drawn. */
export type ToolsProps = Pick<AppProps, 'talk' | 'page' | 'on'>;

type Places = readonly { readonly id: string; readonly name: string }[];

interface ToolsState {
  readonly places?: Places;
  /** On, or what is said before it can be. */
  readonly aloud?: 'on' | 'read-aloud-warn' | 'read-aloud-none' | '';
}

const SIZES = ['size-normal', 'size-large', 'size-largest'] as const;

const toggle = (label: string, on: boolean, onClick: () => void) => (
  <button type="button" aria-pressed={on} onClick={onClick}>
    {label}
  </button>
);

const languages = ({ page: { texts, locales, lang }, on }: ToolsProps) => (
  <fieldset>
    <legend>{texts.language}</legend>
    {locales
      .filter((one) => one.lang !== lang)
      .map(({ id, name: label, lang: own }) => {
        const ref = `:locale/${id}`;
        const choose = instead(on && (() => on.choose({ label, ref })));
        return (
          <button key={id} form="talk" type="submit" name="choice" value={ref} lang={own} onClick={choose}>
            {label}
          </button>
        );
      })}
  </fieldset>
);

const chooser = ({ page: { texts }, on }: ToolsProps, places: Places) => (
  <p>
    <select aria-label={texts['place-choose']}>
      <option />
      {places.map(({ id, name }) => (
        <option key={id}>{name}</option>
      ))}
    </select>
    <button
      type="button"
      onClick={({ currentTarget }) => {
        const { selectedIndex } = currentTarget.previousSibling as HTMLSelectElement;
        const place = places[selectedIndex - 1];
        if (place) on?.choose({ label: place.name, ref: `:place/${place.id}` });
      }}
    >
      {texts.send}
    </button>
  </p>
);

/** Size and shape of the letters; what is on stands on the document, and nowhere else. */
function letters(texts: Texts, redraw: () => void) {
  const worn = document.documentElement.dataset;
  const wear = (name: 'size' | 'letters', value: string) => () => {
    worn[name] = value;
    redraw();
  };
  return (
    <fieldset>
      <legend>{texts.size}</legend>
      {SIZES.map((size) => toggle(texts[size], (worn.size ?? SIZES[0]) === size, wear('size', size)))}
      {toggle(texts.spaced, !!worn.letters, wear('letters', worn.letters ? '' : 'spaced'))}
    </fieldset>
  );
}

export class Tools extends Component<ToolsProps, ToolsState> {
  /** So many messages have been read aloud, or need not be. */
  private declare heard: number;

  override componentDidMount(): void {
    addEventListener(LEAVE, hush);
    // Some browsers look for their voices only when they are first asked.
    voiceFor('');
    // Opened before this came.
    if (document.querySelector('.tools [open]')) this.load();
  }

  override componentDidUpdate(): void {
    const { talk, page } = this.props;
    if (this.state.aloud === 'on') {
      // Whoever comes back may not be alone.
      if (talk.covered || talk.over) this.hear(0, '');
      else for (const item of talk.items.slice(this.heard)) read(item, page.lang);
    }
    this.heard = talk.items.length;
  }

  private load(): void {
    if (this.state.places) return;
    const show = (places: Places): void => this.setState({ places });
    callForJson<Places>('GET', '/places.json').then(show, () => {});
  }

  private hear(heard: number, aloud: NonNullable<ToolsState['aloud']>): void {
    hush();
    this.heard = heard;
    this.setState({ aloud });
  }

  override render(props: ToolsProps, { places, aloud = '' }: ToolsState) {
    const { talk, page, on } = props;
    const { texts } = page;
    const readAloud = (): void => {
      const may = voiceFor(page.lang) ? 'read-aloud-warn' : 'read-aloud-none';
      const mine = talk.items.map(({ kind }) => kind).lastIndexOf('mine');
      // The answer that is on the screen now is read first.
      this.hear(mine + 1, aloud === 'on' ? '' : aloud === 'read-aloud-warn' ? 'on' : may);
    };
    return (
      <details class="tools" lang={page.lang}>
        <summary>{texts.tools}</summary>
        <div>
          <p>{texts['tools-note']}</p>
          {page.locales[1] && languages(props)}
          <details onToggle={() => this.load()}>
            <summary>{texts['place-choose']}</summary>
            {places ? chooser(props, places) : <p>{texts['place-type']}</p>}
          </details>
          {on && letters(texts, () => this.setState({}))}
          {on && (
            <p>
              {toggle(texts['read-aloud'], aloud === 'on', readAloud)}
              <span role="status">{texts[aloud as 'read-aloud-warn']}</span>
            </p>
          )}
        </div>
      </details>
    );
  }
}
