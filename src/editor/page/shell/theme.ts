/** Teams' themes; the place decides until somebody chooses, for this visit only. */
import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { Host, ThemeName } from '../host.ts';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export interface Themed {
  readonly theme: Theme;
  readonly name: ThemeName;
  /** null: as the place has it. */
  readonly chosen: ThemeName | null;
  choose(name: ThemeName | null): void;
}

export function useTheme(host: Host): Themed {
  const [chosen, choose] = useState<ThemeName | null>(null);
  const own = useSyncExternalStore(host.onTheme, host.theme);
  const name = chosen ?? own;
  return { theme: THEMES[name], name, chosen, choose };
}
