/** Pages to be printed: a card for a pocket, five on a sheet of A4, and posters for a wall. Words from content/print. */
import { weekOf } from '../contacts/week.ts';
import { actionsOf } from '../contacts/words.ts';
import type { Block } from '../content/markdown.ts';
import { addressOf, type Content, type Page } from '../content/model.ts';
import { Footer, SiteNav, type SiteProps } from './article.tsx';
import { Blocks, type Drawn } from './blocks.tsx';
import { Frame, unbroken } from './frame.tsx';
import { qrCode } from './qr.ts';
import { Icon } from './sprite.tsx';

/** Cards on a sheet of A4. */
const ON_SHEET = 5;
/** The pages that lead here. */
const FROM = { card: 'professionals', poster: 'businesses' } as const;

interface PrintedProps extends SiteProps {
  readonly page: Page;
  readonly drawn: Drawn;
  /** The chat's address as people see it: https://… */
  readonly address: string;
}

interface PaperNumbersProps {
  readonly content: Content;
  readonly services: readonly string[];
  /** How many sentences there is room for on the hours of one that does not always answer. */
  readonly hours: number;
}

/** Numbers as words: paper can't be tapped. All of them, at every hour: paper does not know the time. */
const PaperNumbers = ({ content, services, hours }: PaperNumbersProps) => (
  <ul class="lines">
    {services.flatMap((id) => {
      const service = content.services.get(id);
      const action = service && actionsOf(content, service).find(({ kind }) => kind !== 'open');
      if (!service || !action) return [];
      const { short = service.name, phone } = service;
      const week = service.hours === 'always' ? [] : weekOf(content, service).slice(0, hours);
      return (
        <li key={id} class={service.emergency ? 'now' : week.length > 0 ? 'timed' : undefined}>
          <b>{unbroken(action.label)}</b>
          <span>{short === phone ? service.name : short}</span>
          {week.map((one) => (
            <small key={one}>{one}</small>
          ))}
        </li>
      );
    })}
  </ul>
);

function Code({ address }: { readonly address: string }) {
  const { size, path } = qrCode(address);
  return (
    <svg class="code" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      <path class="ground" d={`M0 0h${size}v${size}H0z`} />
      <path d={path} />
    </svg>
  );
}

/** For who has no scanner. */
const Address = ({ address }: { readonly address: string }) => (
  <p class="address">{address.replace(/^https?:\/\//, '')}</p>
);

interface OnPaperProps {
  readonly blocks: readonly Block[];
  readonly drawn: Drawn;
  readonly hours?: number;
}

/** Some blocks, with the numbers as paper shows them. */
const OnPaper = ({ blocks, drawn, hours = 2 }: OnPaperProps) => (
  <>
    {blocks.map((block) =>
      block.kind === 'hand-off' ? (
        <PaperNumbers key={block.line} content={drawn.content} services={block.services} hours={hours} />
      ) : (
        <Blocks key={block.line} {...drawn} blocks={[block]} />
      ),
    )}
  </>
);

const Brand = ({ name }: { readonly name: string }) => (
  <p class="brand">
    <Icon name="mark" />
    {name}
  </p>
);

/** Front and back, side by side: cut around both, fold in the middle. The back begins with the first heading. */
function Card({ page: { title, blocks }, drawn, address, ui }: PrintedProps) {
  const fold = blocks.findIndex(({ kind }) => kind === 'heading');
  const card = (copy: boolean) => (
    <div class={copy ? 'card-paper copy' : 'card-paper'} aria-hidden={copy || undefined}>
      <section class="front">
        <p class="big">{title}</p>
        <OnPaper blocks={blocks.slice(0, fold)} drawn={drawn} hours={1} />
      </section>
      <section class="back">
        <div>
          <OnPaper blocks={blocks.slice(fold)} drawn={drawn} />
        </div>
        <div>
          <Code address={address} />
          <Address address={address} />
          <Brand name={ui['page-heading']} />
        </div>
      </section>
    </div>
  );
  return <div class="cards-paper">{Array.from({ length: ON_SHEET }, (_, n) => card(n > 0))}</div>;
}

/** Who it is for, what to look for, who to ring, and the way into the chat. */
function Poster({ page: { title, blocks }, drawn, address, ui }: PrintedProps) {
  const last = blocks.length - 1;
  return (
    <div class="poster">
      <OnPaper blocks={blocks.slice(0, 1)} drawn={drawn} />
      <p class="big">{title}</p>
      <OnPaper blocks={blocks.slice(1, last)} drawn={drawn} />
      <div class="chat">
        <Code address={address} />
        <div>
          <OnPaper blocks={blocks.slice(last)} drawn={drawn} />
          <Address address={address} />
          <Brand name={ui['page-heading']} />
        </div>
      </div>
    </div>
  );
}

/** What will be on the paper, as it will be; all around it stays on the screen. */
export function PrintedPage(props: PrintedProps) {
  const { page, drawn: _drawn, address: _address, here, links, chat, ...frame } = props;
  const { ui } = frame;
  const from = props.drawn.content.pages.get(FROM[page.print ?? 'poster']);
  return (
    <Frame {...frame} paged>
      <main class="printed" id="words" tabIndex={-1}>
        {from && (
          <p class="unprinted on">
            <a href={addressOf(from)}>{from.title}</a>
          </p>
        )}
        <h1 class="unprinted">{page.tab ?? page.title}</h1>
        <p class="unprinted">{ui['print-hint']}</p>
        {page.print === 'card' ? <Card {...props} /> : <Poster {...props} />}
      </main>
      <Footer ui={ui}>
        <SiteNav ui={ui} here={here} links={[chat, ...links]} />
      </Footer>
    </Frame>
  );
}
