/** Cards and activities: what Web Chat, Teams and our own widget are given. */
import { describe, expect, it } from 'vitest';
import { createSpeak } from '../../src/channels/activities.ts';
import type { Render } from '../../src/channels/door.ts';
import { createLog } from '../../src/log.ts';
import { toActivities } from '../../src/replies/activities.ts';
import { cardAttachment, slimAttachment } from '../../src/replies/cards.ts';
import { CARD, HELP, render, START } from './stage.ts';

/** Every element of a card, whatever it stands in. */
function* elements(value: unknown): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return;
  if ('type' in value) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* elements(child);
}

describe('a card', () => {
  const { contentType, content } = cardAttachment(CARD);

  it('is an Adaptive Card 1.3 of the four kinds that draw everywhere', () => {
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect([content.type, content.version, content.id]).toEqual(['AdaptiveCard', '1.3', 'urgent']);
    const kinds = new Set([...elements(content.body)].map(({ type }) => type));
    expect([...kinds].sort()).toEqual(['Action.OpenUrl', 'ActionSet', 'Container', 'TextBlock']);
    for (const one of elements(content.body)) if (one.type === 'TextBlock') expect(one.wrap).toBe(true);
  });

  it('has the ids that our own widget goes by', () => {
    expect(content.body.map(({ id }: { id: string }) => id)).toEqual([
      'title',
      'entry-police',
      'silent',
      'words',
      'notes',
    ]);
  });

  it('says everything in plain text too', () => {
    for (const said of [content.fallbackText, content.speak]) {
      for (const part of [
        'Get help now',
        'Police',
        'Call 999',
        'Press 55',
        'I am not safe',
        'Calls are free',
      ]) {
        expect(said).toContain(part);
      }
    }
  });

  it('leaves out empty parts', () => {
    const plain = cardAttachment({ ...CARD, urgent: false, silent: [], words: [], notes: [] }).content;
    expect([plain.id, plain.body.length, plain.body[0]?.style]).toEqual(['hand-off', 2, undefined]);
  });

  it('opens tel:, sms: and https: links only, and always shows the number', () => {
    const actions = [
      { kind: 'call', label: 'Call', href: 'tel:08001111' },
      { kind: 'text', label: 'Text SHOUT to 85258', href: 'sms:85258?&body=SHOUT' },
      { kind: 'open', label: 'Chat', href: 'https://www.childline.org.uk/' },
      { kind: 'open', label: 'Bad', href: 'javascript:alert(1)' },
      { kind: 'open', label: 'Bad', href: 'http://example.org' },
      { kind: 'open', label: 'Bad', href: ' data:text/html,x' },
    ] as const;
    const { content: slim } = slimAttachment({ text: 'In danger? Ring 999.', actions });
    expect(slim.id).toBe('numbers');
    expect(slim.body[0]?.id).toBe('slim');
    expect(slim.body[0]?.items[1]).toMatchObject({
      type: 'ActionSet',
      actions: [
        { type: 'Action.OpenUrl', title: 'Call (08001111)', url: 'tel:08001111' },
        { type: 'Action.OpenUrl', title: 'Text SHOUT to 85258', url: 'sms:85258?&body=SHOUT' },
        { type: 'Action.OpenUrl', title: 'Chat', url: 'https://www.childline.org.uk/' },
      ],
    });
  });
});

describe('activities', () => {
  it('carry text, cards and buttons; all buttons are on the last', () => {
    const buttons = [{ label: 'Yes', ref: 'a/b' }];
    const [first, last, ...rest] = toActivities([
      { text: 'Are you safe?', buttons },
      { card: CARD, slim: { text: '999', actions: [] }, buttons: [...buttons, { label: 'No', ref: 'a/c' }] },
    ]);
    expect(rest).toEqual([]);
    expect(first).toEqual({ type: 'message', text: 'Are you safe?', textFormat: 'plain' });
    expect(last?.attachments?.map(({ content }) => content.id)).toEqual(['urgent', 'numbers']);
    expect(last?.inputHint).toBe('expectingInput');
    expect(last?.suggestedActions).toEqual({
      to: [],
      actions: [
        { type: 'messageBack', title: 'Yes', text: 'Yes', displayText: 'Yes', value: { choice: 'a/b' } },
        { type: 'messageBack', title: 'No', text: 'No', displayText: 'No', value: { choice: 'a/c' } },
      ],
    });
  });

  it('say which language their words are in, cards too', () => {
    const said = toActivities([
      { text: 'Jesteś bezpieczny?', lang: 'pl' },
      { card: CARD, slim: { text: '999', actions: [] }, lang: 'en-GB-simple' },
    ]);
    expect(said.map(({ locale }) => locale)).toEqual(['pl', 'en-GB-simple']);
    expect(said[1]?.attachments?.map(({ content }) => content.lang)).toEqual(['en', 'en']);
  });

  it('are spoken even when a reply cannot be rendered', () => {
    const lines: string[] = [];
    const half: Render = (reply, view) => {
      if (reply.kind === 'line') throw new Error('private');
      return render(reply, view);
    };
    const speak = createSpeak({
      voice: () => ({ render: half, help: HELP, bot: 'Signpost' }),
      log: createLog((line) => lines.push(line), 'error'),
    });
    const view = { audience: 'young-person', age: 'unknown', place: null, locale: 'en', at: START } as const;
    const said = speak(
      [
        { kind: 'line', key: 'today' },
        { kind: 'step', at: 'a/b', show: 'all' },
      ],
      view,
    );
    expect(said.map(({ text, attachments }) => text ?? attachments?.[0]?.content.id)).toEqual([
      'urgent',
      'step a/b',
      'and',
    ]);
    expect(lines).toEqual(['{"log":"error","event":"turn-failed","code":"render-failed"}']);
  });
});
